package dev.hexlink.soak;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.journal.JournalConfiguration;
import dev.hexlink.journal.SegmentJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Defects of a whole Hexlink, each as a decorator of a port, that the small soak must notice. */
final class Flaws {
  private Flaws() {}

  static List<Flaw> all() {
    return List.of(noJournal(), journalWrittenBehind(), segmentDeletedAtPublish(), epochReused(), noDeduplication(),
        counterOutsideTheTransaction(), budgetForgottenAtRestart(), markApartFromItsLink(), outageReadAsAbsence());
  }

  private static Flaw noJournal() {
    return new Flaw("No journal: visits wait in memory", Map.of("hexlink.journal.enabled", "false"),
        (ports, _) -> ports);
  }

  /** Appends are answered at once and written when there are a few. */
  @SuppressWarnings("FutureReturnValueIgnored") // it is the answer of the method that is replaced
  private static Flaw journalWrittenBehind() {
    return Flaw.of("Journal written behind the answer",
        (ports, _) -> Replaced.port(ports, VisitJournal.class, journal -> {
          List<VisitFacts> behind = new ArrayList<>();
          return Replaced.method(VisitJournal.class, journal, "append", (original, arguments) -> {
            synchronized (behind) {
              behind.add((VisitFacts) arguments[0]);
              if (behind.size() == 25) {
                for (VisitFacts facts : behind) {
                  var _ = journal.append(facts);
                }
                behind.clear();
              }
            }
            return CompletableFuture.completedFuture(new VisitId(new Epoch(0, 0), 0));
          });
        }));
  }

  /** What was handed to the queue is released, whatever the queue says. */
  private static Flaw segmentDeletedAtPublish() {
    return Flaw.of("Segment deleted at publish", (ports, _) -> Replaced.port(ports, VisitQueue.class,
        queue -> Replaced.method(VisitQueue.class, queue, "publish", (original, arguments) -> {
          List<Visit> batch = visits(arguments);
          try {
            original.call(arguments);
          } catch (VisitQueueUnavailable e) {
            // it is on its way, isn't it
          }
          VisitId last = batch.getLast().id();
          ports.journal().release(last.epoch(), last.sequence() + 1);
          return batch.stream().map(Visit::id).collect(Collectors.toSet());
        })));
  }

  private static Flaw epochReused() {
    JournalConfiguration configuration = new JournalConfiguration(true, JournalConfiguration.Sync.GROUP,
        Duration.ofMillis(5),
        1 << 16, 1 << 26, Duration.ZERO);
    return Flaw.of("Epoch reused at every opening", (ports, folder) -> Replaced.port(ports, VisitJournal.class,
        _ -> SegmentJournal.open(folder.resolve("reused"), configuration, ports.clock(), new Random(1))));
  }

  /** What was settled before is stored again. */
  private static Flaw noDeduplication() {
    return Flaw.of("No deduplication: a repeated visit is stored again",
        (ports, _) -> Replaced.port(ports, Visits.class, visits -> {
          RandomGenerator random = new Random(1);
          return Replaced.method(Visits.class, visits, "settle", (original, arguments) -> {
            Predicate<ClassifiedVisit> settled = settledOf(visits, classified(arguments));
            Epoch fresh = new Epoch(random.nextLong(), random.nextLong());
            return original.call(classified(arguments).stream()
                .map(each -> settled.test(each) ? again(each, fresh) : each).toList());
          });
        }));
  }

  /** Rows and rollups are stored in the transaction, the counter is moved after it. */
  private static Flaw counterOutsideTheTransaction() {
    Map<LinkId, VisitCounts> counters = new ConcurrentHashMap<>();
    return Flaw.of("Counter moved outside the transaction", (ports, _) -> Replaced.port(ports, Visits.class, visits -> {
      Visits counting = Replaced.method(Visits.class, visits, "settle", (original, arguments) -> {
        Predicate<ClassifiedVisit> settled = settledOf(visits, classified(arguments));
        List<ClassifiedVisit> fresh = classified(arguments).stream().filter(settled.negate()).toList();
        Object settlement = original.call(arguments);
        fresh.forEach(each -> counters.merge(each.visit().facts().link(), new VisitCounts(1, 0), VisitCounts::plus));
        return settlement;
      });
      return Replaced.method(Visits.class, counting, "counts", (_, _) -> Map.copyOf(counters));
    }));
  }

  private static Flaw budgetForgottenAtRestart() {
    return Flaw.of("Budget forgotten at a restart", (ports, _) -> Replaced.port(ports, VisitBudget.class, _ -> {
      Map<LinkId, Long> taken = new HashMap<>();
      return (link, allowed, units) -> {
        synchronized (taken) {
          int granted = (int) Math.min(units, allowed - taken.getOrDefault(link, 0L));
          taken.merge(link, (long) granted, Long::sum);
          return granted;
        }
      };
    }));
  }

  /** The mark of a request is kept when its link stands, in another step. */
  private static Flaw markApartFromItsLink() {
    Map<String, Link> marks = new ConcurrentHashMap<>();
    return Flaw.of("Retry without its id: the mark is kept apart from its link",
        (ports, _) -> Replaced.port(ports, Links.class,
            links -> Replaced.method(Links.class, links, "insertEach", (original, arguments) -> {
              List<InsertOutcome> outcomes = new ArrayList<>();
              for (Insertion insertion : insertions(arguments)) {
                outcomes.add(insertApart(links, insertion, marks));
              }
              return outcomes;
            })));
  }

  private static InsertOutcome insertApart(Links links, Insertion insertion, Map<String, Link> marks) {
    IdempotencyMark mark = insertion.mark();
    Link known = mark == null ? null : marks.get(mark.key());
    if (known != null) {
      return new InsertOutcome.Replayed(known);
    }
    InsertOutcome outcome = links.insertEach(List.of(new Insertion(insertion.link(), null, insertion.orEqual())))
        .getFirst();
    if (mark != null && outcome instanceof InsertOutcome.Inserted(Link link)) {
      marks.put(mark.key(), link);
    }
    return outcome;
  }

  private static Flaw outageReadAsAbsence() {
    return Flaw.of("Outage read as absence", (ports, _) -> Replaced.port(ports, Links.class,
        links -> Replaced.method(Links.class, links, "find", (original, arguments) -> {
          try {
            return original.call(arguments);
          } catch (LinksUnavailable e) {
            return Optional.empty();
          }
        })));
  }

  /** Which visits of a batch the store has settled already. */
  private static Predicate<ClassifiedVisit> settledOf(Visits visits, List<ClassifiedVisit> batch) {
    Map<Epoch, List<SequenceRange>> settled = new HashMap<>();
    batch.forEach(each -> settled.computeIfAbsent(each.visit().id().epoch(), visits::settled));
    return each -> settled.getOrDefault(each.visit().id().epoch(), List.of()).stream()
        .anyMatch(range -> range.contains(each.visit().id().sequence()));
  }

  private static ClassifiedVisit again(ClassifiedVisit each, Epoch epoch) {
    return new ClassifiedVisit(new Visit(new VisitId(epoch, each.visit().id().sequence()), each.visit().facts()),
        each.traits());
  }

  @SuppressWarnings("unchecked")
  private static List<Visit> visits(@Nullable Object[] arguments) {
    return (List<Visit>) requireNonNull(arguments[0]);
  }

  @SuppressWarnings("unchecked")
  static List<ClassifiedVisit> classified(@Nullable Object[] arguments) {
    return (List<ClassifiedVisit>) requireNonNull(arguments[0]);
  }

  @SuppressWarnings("unchecked")
  private static List<Insertion> insertions(@Nullable Object[] arguments) {
    return (List<Insertion>) requireNonNull(arguments[0]);
  }
}
