package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.FaultProxy;
import dev.hexlink.contracts.servers.TestDatabase;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Workers settle batches that overlap, in any order and more than once, and a link is purged, while connections are cut in their commits and answers
 * are lost after them.
 */
@Tag("server")
@ExtendWith(SeededCases.class)
class VisitRacesTest {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private static final int WORKERS = 8;
  private static final int EPOCHS = 6;
  private static final int VISITS_AN_EPOCH = 200;
  private static final int LONGEST_BATCH = 16;
  private static final int MOST_TRIES = 500;
  /** So that a connection can be met in its commit. */
  private static final String SLOW_COMMITS = """
      create function pause() returns trigger language plpgsql as $$ begin perform pg_sleep(0.003); return null; end $$;
      create constraint trigger slow_commit after insert or update on settled_ranges deferrable initially deferred
      for each row execute function pause()""";
  private static final String CUT = """
      select count(pg_terminate_backend(pid)) from (
        select pid from pg_stat_activity where datname = current_database() and application_name = 'hexlink' and state = 'active'
        order by wait_event is distinct from 'PgSleep', random() limit 1) victim""";

  private final TestDatabase database = POSTGRES.newDatabase();
  private final StoredVisits stored = new StoredVisits(database);
  private final AtomicInteger unanswered = new AtomicInteger();

  @Test
  void everyVisitIsCountedOnce(Seeded some) {
    try (FaultProxy network = proxy()) {
      List<PostgresStore> instances = List.of(POSTGRES.storeIn(database), POSTGRES.storeIn(database),
          POSTGRES.opened(TemporaryStore.configuration(database.url().replaceFirst("//[^/]+", "//" + network.address()),
              database.user(), database.password())));
      List<Link> links = some.links(9);
      Link purged = links.getFirst();
      Instant noon = some.midnight().minus(Duration.ofHours(12));
      List<List<ClassifiedVisit>> epochs = IntStream.range(0, EPOCHS)
          .mapToObj(i -> i % 2 == 0
              ? some.visits(links, some.epoch(), 0, VISITS_AN_EPOCH)
              : visitsAtOnce(links, noon, some))
          .toList();
      List<ClassifiedVisit> strange = some.visits(some.link(), 30);
      instances.forEach(instance -> StoreLinks.of(instance).insert(links));
      stored.change(SLOW_COMMITS);

      Queue<List<ClassifiedVisit>> deliveries = deliveries(epochs, strange, some.random());
      List<Random> chances = Stream.generate(() -> new Random(some.random().nextLong())).limit(WORKERS).toList();
      Race.each(WORKERS, i -> {
        Random chance = chances.get(i);
        Visits visits = new PostgresVisits(instances.get(i % instances.size()));
        for (List<ClassifiedVisit> batch = deliveries.poll(); batch != null; batch = deliveries.poll()) {
          settle(visits, batch, chance.nextInt(4) == 0 ? 2 : 1);
          if (chance.nextInt(10) == 0) {
            untilAnswered(() -> visits.purge(purged.id(), noon.minusSeconds(chance.nextInt(36_000))));
          }
          disturb(network, chance);
        }
      });
      new PostgresVisits(instances.getFirst()).purge(purged.id(), noon);

      assertThat(unanswered).as("calls without an answer").hasPositiveValue();
      assertThat(epochs).allSatisfy(visits -> assertThat(new PostgresVisits(instances.getFirst())
          .settled(epochOf(visits))).containsExactly(new SequenceRange(0, VISITS_AN_EPOCH)));
      assertThat(stored.rows()).isEqualTo(epochs.stream().flatMap(List::stream)
          .filter(visit -> !isOf(purged, noon, visit)).count());
      assertThat(stored.quarantineReasons()).hasSize(strange.size()).containsOnly("unknown-link");
      stored.areCountedExactly();
      nobodyWasCaughtInADeadlock(instances);
    }
  }

  private FaultProxy proxy() {
    URI server = URI.create(database.url().substring("jdbc:".length()));
    return FaultProxy.before(server.getHost(), server.getPort());
  }

  /** Visits that share few quarters of an hour. */
  private static List<ClassifiedVisit> visitsAtOnce(List<Link> links, Instant moment, Seeded some) {
    Epoch epoch = some.epoch();
    return LongStream.range(0, VISITS_AN_EPOCH)
        .mapToObj(i -> some.visit(links.get(some.random().nextInt(links.size())), new VisitId(epoch, i),
            moment.plusSeconds(some.random().nextInt(1_800))))
        .toList();
  }

  private void nobodyWasCaughtInADeadlock(List<PostgresStore> instances) {
    instances.forEach(PostgresStore::close);
    await().until(() -> stored.number("select count(*) from pg_stat_activity where datname = current_database() "
        + "and application_name = 'hexlink'") == 0);
    assertThat(stored.number("select deadlocks from pg_stat_database where datname = current_database()"))
        .as("deadlocks").isZero();
  }

  private static Epoch epochOf(List<ClassifiedVisit> visits) {
    return visits.getFirst().visit().id().epoch();
  }

  private static boolean isOf(Link link, Instant before, ClassifiedVisit visit) {
    return visit.visit().facts().link().equals(link.id()) && visit.visit().facts().at().isBefore(before);
  }

  /** Each visit in a batch of its epoch and in a batch of any epochs. */
  private static Queue<List<ClassifiedVisit>> deliveries(List<List<ClassifiedVisit>> epochs,
      List<ClassifiedVisit> strange, Random random) {
    List<List<ClassifiedVisit>> batches = new ArrayList<>();
    epochs.forEach(visits -> cut(visits, random, batches));
    List<ClassifiedVisit> all = new ArrayList<>(strange);
    epochs.forEach(all::addAll);
    cut(all, random, batches);
    Collections.shuffle(batches, random);
    return new ConcurrentLinkedQueue<>(batches);
  }

  /** Batches of any length that overlap. */
  private static void cut(List<ClassifiedVisit> visits, Random random, List<List<ClassifiedVisit>> batches) {
    List<ClassifiedVisit> mixed = new ArrayList<>(visits);
    Collections.shuffle(mixed, random);
    int from = 0;
    while (from < mixed.size()) {
      int to = Math.min(mixed.size(), from + 1 + random.nextInt(LONGEST_BATCH));
      batches.add(mixed.subList(Math.max(0, from - random.nextInt(LONGEST_BATCH)), to));
      from = to;
    }
  }

  private void settle(Visits visits, List<ClassifiedVisit> batch, int times) {
    for (int i = 0; i < times; i++) {
      untilAnswered(() -> visits.settle(batch));
    }
  }

  private void disturb(FaultProxy network, Random chance) {
    switch (chance.nextInt(6)) {
      case 0 -> stored.number(CUT);
      case 1 -> network.cutAfterFromServer(chance.nextInt(300));
      default -> {
      }
    }
  }

  private void untilAnswered(Runnable call) {
    for (int tries = 1;; tries++) {
      try {
        call.run();
        return;
      } catch (VisitsUnavailable e) {
        assertThat(tries).as("tries until %s", e).isLessThan(MOST_TRIES);
        unanswered.incrementAndGet();
      }
    }
  }
}
