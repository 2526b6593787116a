package dev.hexlink.soak;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Defects of single adapters, each as a decorator of a real one, that the contracts must reject. */
final class ContractFlaws {
  private final Map<String, Object> onBroker;
  private final RandomGenerator random = new Random(1);

  /**
   * @param brokerUri a virtual host on RabbitMQ that is the test's own
   */
  ContractFlaws(String brokerUri) {
    this.onBroker = Map.of("hexlink.adapters.queue", "rabbitmq", RawBroker.URI_KEY, brokerUri);
  }

  List<ContractFlaw> all() {
    return List.of(
        new ContractFlaw(acknowledgedBeforeTheCommit(), VisitQueueSpecimen.class,
            "aBatchItsWorkerThrewOnIsDeliveredAgain"),
        new ContractFlaw(publishedWithoutMandatory(), VisitQueueSpecimen.class, "whatNoQueueTakesIsNotConfirmed"),
        new ContractFlaw(retriedUnderAnotherId(), LinksSpecimen.class, "theSameIdAgainIsInserted"),
        new ContractFlaw(purgeThatForgets(), VisitsSpecimen.class, "aReplayDoesNotBringPurgedVisitsBack"),
        new ContractFlaw(gapsReadAsSettled(), VisitsSpecimen.class, "rangesMergeInWhateverOrderTheyCome"),
        new ContractFlaw(cachePutsAfterADrop(), LinkCacheSpecimen.class, "whatIsDroppedIsForgotten"),
        new ContractFlaw(blockHandedOutTwice(), CodeCounterSpecimen.class, "noCountIsHandedOutTwice"),
        new ContractFlaw(queueDropsItsHead(), VisitQueueSpecimen.class, "confirmedVisitsArriveEventually"));
  }

  /** The worker's failure is kept from the queue, which takes the batch for done. */
  private Flaw acknowledgedBeforeTheCommit() {
    return new Flaw("Acknowledged before the commit", onBroker, (ports, _) -> Replaced.port(ports, VisitQueue.class,
        queue -> Replaced.method(VisitQueue.class, queue, "deliverTo", (original, arguments) -> {
          Consumer<List<Visit>> worker = worker(arguments);
          Consumer<List<Visit>> hasty = batch -> {
            try {
              worker.accept(batch);
            } catch (RuntimeException e) {
              // it was acknowledged before that
            }
          };
          return original.call(hasty);
        })));
  }

  private Flaw publishedWithoutMandatory() {
    return new Flaw("Published without mandatory", onBroker,
        (ports, _) -> Replaced.port(ports, VisitQueue.class, queue -> {
          AtomicBoolean declared = new AtomicBoolean();
          return Replaced.method(VisitQueue.class, queue, "publish", (_, arguments) -> {
            List<Visit> batch = visits(arguments);
            if (!declared.getAndSet(true)) {
              queue.depth(); // which declares what lies on the broker
            }
            RawBroker.at(onBroker).publishWithoutMandatory(new byte[]{'{', '}'});
            return batch.stream().map(Visit::id).collect(Collectors.toSet());
          });
        }));
  }

  private Flaw queueDropsItsHead() {
    return new Flaw("Queue that drops its head when it is full", onBroker, (ports, _) -> {
      RawBroker.at(onBroker).deleteVisits();
      RawBroker.at(onBroker).declareDroppingHead();
      return ports;
    });
  }

  private Flaw retriedUnderAnotherId() {
    return Flaw.of("Retry under another id", (ports, _) -> Replaced.port(ports, Links.class,
        links -> Replaced.method(Links.class, links, "insert", (original, arguments) -> {
          List<Link> given = links(arguments);
          List<Link> renamed = given.stream().map(this::underAnotherId).toList();
          Object refused = original.call(renamed);
          return refused instanceof Collection<?> ids && ids.isEmpty()
              ? ids
              : given.stream().map(Link::id).collect(Collectors.toSet());
        })));
  }

  /** The visits are deleted, and their ids with them. */
  private Flaw purgeThatForgets() {
    return Flaw.of("Purge that forgets what it purged", (ports, _) -> Replaced.port(ports, Visits.class, visits -> {
      Map<LinkId, Instant> purged = new ConcurrentHashMap<>();
      Visits noting = Replaced.method(Visits.class, visits, "purge", (original, arguments) -> {
        purged.put(LinkId.class.cast(arguments[0]), Instant.class.cast(arguments[1]));
        return original.call(arguments);
      });
      return Replaced.method(Visits.class, noting, "settle", (original, arguments) -> {
        Epoch fresh = new Epoch(random.nextLong(), random.nextLong());
        return original.call(Flaws.classified(arguments).stream().map(each -> asNew(each, purged, fresh)).toList());
      });
    }));
  }

  private static ClassifiedVisit asNew(ClassifiedVisit each, Map<LinkId, Instant> purged, Epoch fresh) {
    VisitFacts facts = each.visit().facts();
    Instant moment = purged.get(facts.link());
    if (moment == null || !facts.at().isBefore(moment)) {
      return each;
    }
    VisitFacts later = new VisitFacts(facts.link(), facts.key(), moment, facts.network(), facts.visitor(),
        facts.userAgent(),
        facts.referrer(), facts.prefetch());
    return new ClassifiedVisit(new Visit(new VisitId(fresh, each.visit().id().sequence()), later), each.traits());
  }

  private Flaw gapsReadAsSettled() {
    return Flaw.of("Gaps read as settled", (ports, _) -> Replaced.port(ports, Visits.class,
        visits -> Replaced.method(Visits.class, visits, "settled", (original, arguments) -> {
          List<SequenceRange> ranges = visits.settled(Epoch.class.cast(arguments[0]));
          return ranges.isEmpty() ? ranges : List.of(new SequenceRange(0, ranges.getLast().end()));
        })));
  }

  /** What a load read before the drop is put after it. */
  private Flaw cachePutsAfterADrop() {
    return Flaw.of("Cache that puts after a drop", (ports, _) -> Replaced.port(ports, LinkCache.class,
        cache -> Replaced.method(LinkCache.class, cache, "drop", (original, arguments) -> {
          List<Optional<CachedRoute>> read = keys(arguments).stream().map(cache::get).toList();
          Object none = original.call(arguments);
          read.forEach(each -> each.ifPresent(route -> putBack(cache, route)));
          return none;
        })));
  }

  private static void putBack(LinkCache cache, CachedRoute cached) {
    if (cached instanceof CachedRoute.Known(var route)) {
      cache.put(route);
    }
  }

  private Flaw blockHandedOutTwice() {
    return Flaw.of("Block of counts handed out twice",
        (ports, _) -> Replaced.port(ports, CodeCounter.class, counter -> {
          AtomicReference<@Nullable CodeBlock> last = new AtomicReference<>();
          return Replaced.method(CodeCounter.class, counter, "lease", (original, arguments) -> {
            CodeBlock again = last.getAndSet(null);
            if (again != null) {
              return again;
            }
            Object block = original.call(arguments);
            last.set((CodeBlock) block);
            return block;
          });
        }));
  }

  private Link underAnotherId(Link link) {
    return new Link(LinkId.of(link.createdAt(), random.nextLong(), random.nextLong()), link.key(), link.origin(),
        link.target(),
        link.title(), link.tags(), link.note(), link.window(), link.maxVisits(), link.redirectStatus(),
        link.createdAt(),
        link.updatedAt(), link.retiredAt(), link.version());
  }

  @SuppressWarnings("unchecked")
  private static Consumer<List<Visit>> worker(@Nullable Object[] arguments) {
    return (Consumer<List<Visit>>) requireNonNull(arguments[0]);
  }

  @SuppressWarnings("unchecked")
  private static List<Visit> visits(@Nullable Object[] arguments) {
    return (List<Visit>) requireNonNull(arguments[0]);
  }

  @SuppressWarnings("unchecked")
  private static List<Link> links(@Nullable Object[] arguments) {
    return (List<Link>) requireNonNull(arguments[0]);
  }

  @SuppressWarnings("unchecked")
  private static Collection<LinkKey> keys(@Nullable Object[] arguments) {
    return (Collection<LinkKey>) requireNonNull(arguments[0]);
  }
}
