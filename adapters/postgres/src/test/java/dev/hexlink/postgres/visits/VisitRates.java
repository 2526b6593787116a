package dev.hexlink.postgres.visits;

import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.servers.TestDatabase;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.TemporaryStore;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Measures how many visits are settled per second, with counters, rollups and settled ranges. Arguments: visits, visits a batch, workers, over how many
 * links the visits spread, and in how many epochs.
 */
final class VisitRates {
  private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
      + "Chrome/142.0.0.0 Safari/537.36";
  private static final int VISITS_A_SECOND = 10_000;
  private static final int LINKS_AT_ONCE = 1_000;

  private final Seeded some = new Seeded(1);
  private final Random random = some.random();
  private final Instant start = Instant.now().minusSeconds(600);
  private final List<Link> links;

  private VisitRates(int links) {
    this.links = some.links(links);
  }

  @SuppressWarnings("SystemOut") // what it is for
  public static void main(String[] arguments) {
    int[] numbers = IntStream.range(0, 5).map(i -> Integer
        .parseInt(i < arguments.length ? arguments[i] : List.of("200000", "500", "2", "20000", "2").get(i))).toArray();
    try (TestDatabase database = TestDatabase.create();
        PostgresStore store = new PostgresStore(
            TemporaryStore.configuration(database.url(), database.user(), database.password()))) {
      VisitRates rates = new VisitRates(numbers[3]);
      rates.insertLinks(store);
      double seconds = settle(new PostgresVisits(store), rates.batches(numbers[4], numbers[0], numbers[1]), numbers[2]);
      StoredVisits stored = new StoredVisits(database);
      System.out.printf(
          "%,d visits of %,d links in %d epochs, %d a batch, by %d workers: %,.0f/s, %,d stored, %,d bytes each%n",
          numbers[0], numbers[3], numbers[4], numbers[1], numbers[2], numbers[0] / seconds, stored.rows(),
          stored.number(
              "select sum(pg_total_relation_size(inhrelid)) / ? from pg_inherits where inhparent = 'visits'::regclass",
              numbers[0]));
    }
  }

  private void insertLinks(PostgresStore store) {
    for (int from = 0; from < links.size(); from += LINKS_AT_ONCE) {
      StoreLinks.of(store).insert(links.subList(from, Math.min(from + LINKS_AT_ONCE, links.size())));
    }
  }

  /** Each epoch's sequences follow one another; epochs take turns. */
  private List<List<ClassifiedVisit>> batches(int epochs, int count, int batch) {
    List<Epoch> each = Stream.generate(some::epoch).limit(epochs).toList();
    return IntStream.range(0, count / batch)
        .mapToObj(i -> LongStream.range((long) (i / epochs) * batch, (long) (i / epochs + 1) * batch)
            .mapToObj(sequence -> visit(new VisitId(each.get(i % epochs), sequence))).toList())
        .toList();
  }

  private ClassifiedVisit visit(VisitId id) {
    Link link = links.get(random.nextInt(links.size()));
    VisitFacts facts = new VisitFacts(link.id(), link.key(), start.plusMillis(id.sequence() * 1_000 / VISITS_A_SECOND),
        new Network(false, random.nextInt(1 << 24)), random.nextLong(), USER_AGENT,
        "https://news" + random.nextInt(50) + ".example/today", false);
    return new ClassifiedVisit(new Visit(id, facts),
        new Traits("Chrome", "Linux", Traits.Device.DESKTOP, id.sequence() % 10 == 0));
  }

  /** Every worker settles each n-th batch; how many seconds that takes. */
  private static double settle(PostgresVisits visits, List<List<ClassifiedVisit>> batches, int workers) {
    long begun = System.nanoTime();
    Race.each(workers, worker -> {
      for (int i = worker; i < batches.size(); i += workers) {
        visits.settle(batches.get(i));
      }
    });
    return (System.nanoTime() - begun) / 1e9;
  }
}
