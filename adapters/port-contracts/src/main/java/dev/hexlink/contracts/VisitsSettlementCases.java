package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.Visits.Group;
import dev.hexlink.application.spi.Visits.Rollup;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link Visits#settle}: each visit once, however often, in whatever batches and by however many workers it is delivered. */
public interface VisitsSettlementCases extends VisitsUnderTest {
  /** Why a visit is put aside here. */
  String UNSTORABLE = "unstorable";

  @Test
  default void aBatchIsStoredAndCounted(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 40);
    assertThat(visits().settle(batch)).isEqualTo(new Settlement(40, 0, 0, 0));
    isCounted(link, batch, some);
  }

  @Test
  default void anEmptyBatchSettlesNothing() {
    assertThat(visits().settle(List.of())).isEqualTo(new Settlement(0, 0, 0, 0));
  }

  @Test
  default void countsRowsRollupsAndGroupsSumToTheSame(Seeded some) {
    List<Link> links = standing(some, 7);
    List<ClassifiedVisit> all = some.visits(links, some.epoch(), 0, 700);
    for (int from = 0; from < 700; from += 100) {
      visits().settle(all.subList(from, from + 100));
    }
    assertThat(links).allSatisfy(link -> isCounted(link, of(link, all), some));
  }

  @Test
  default void aLargeBatchIsSettledWhole(Seeded some) {
    List<Link> links = standing(some, 50);
    Epoch epoch = some.epoch();
    assertThat(visits().settle(some.visits(links, epoch, 1_000, 2_000))).isEqualTo(new Settlement(2_000, 0, 0, 0));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(1_000, 3_000));
  }

  @Test
  default void aBatchSettledTwiceCountsOnce(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 30);
    visits().settle(batch);
    assertThat(visits().settle(batch)).isEqualTo(new Settlement(0, 30, 0, 0));
    assertThat(visits().settle(shuffled(batch, some.random()))).isEqualTo(new Settlement(0, 30, 0, 0));
    isCounted(link, batch, some);
  }

  @Test
  default void overlappingBatchesCountOnce(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> all = some.visits(link, 75);
    assertThat(visits().settle(all.subList(0, 50))).isEqualTo(new Settlement(50, 0, 0, 0));
    assertThat(visits().settle(all.subList(25, 75))).isEqualTo(new Settlement(25, 25, 0, 0));
    isCounted(link, all, some);
  }

  @Test
  default void aVisitTwiceInABatchCountsOnce(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 5);
    List<ClassifiedVisit> doubled = new ArrayList<>(batch);
    doubled.addAll(batch.subList(1, 4));
    assertThat(visits().settle(doubled)).isEqualTo(new Settlement(5, 3, 0, 0));
    isCounted(link, batch, some);
  }

  @Test
  default void racingWorkersCountEachVisitOnce(Seeded some) {
    List<Link> links = standing(some, 5);
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> all = some.visits(links, epoch, 0, 200);
    List<List<ClassifiedVisit>> batches = IntStream.range(0, 16)
        .mapToObj(_ -> shuffled(all, some.random()).subList(0, 150)).toList();
    List<Settlement> settlements = Race.of(16, i -> visits().settle(batches.get(i)));
    settlements = new ArrayList<>(settlements);
    settlements.add(visits().settle(all));
    assertThat(settlements.stream().mapToInt(Settlement::stored).sum()).as("visits stored").isEqualTo(200);
    assertThat(settlements.stream().mapToInt(Settlement::repeated).sum()).as("visits repeated").isEqualTo(16 * 150);
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 200));
    assertThat(links).allSatisfy(link -> isCounted(link, of(link, all), some));
  }

  @Test
  default void racingWorkersWithTheSameBatchCountItOnce(Seeded some) {
    for (int round = 0; round < 5; round++) {
      Link link = standing(some);
      List<ClassifiedVisit> batch = some.visits(link, 10);
      List<Settlement> settlements = Race.of(Race.RUNNERS, _ -> visits().settle(batch));
      assertThat(settlements.stream().mapToInt(Settlement::stored).sum()).as("visits stored").isEqualTo(10);
      isCounted(link, batch, some);
    }
  }

  @Test
  default void racingWorkersOfOneEpochLeaveOneRange(Seeded some) {
    Link link = standing(some);
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> all = some.visits(List.of(link), epoch, 0, 320);
    List<ClassifiedVisit> mixed = shuffled(all, some.random());
    Race.each(Race.RUNNERS, i -> visits().settle(mixed.subList(i * 10, i * 10 + 10)));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 320));
    isCounted(link, all, some);
  }

  @Test
  default void rowsAndCountersMoveTogether(Seeded some) {
    Link link = standing(some);
    Epoch epoch = some.epoch();
    int workers = 4;
    List<ClassifiedVisit> all = some.visits(List.of(link), epoch, 0, workers * 100);
    AtomicInteger working = new AtomicInteger(workers);
    Race.each(workers + 1, i -> {
      if (i == workers) {
        do {
          countersAreBetweenTheRowsBeforeAndAfter(link, epoch);
        } while (working.get() > 0);
        return;
      }
      try {
        for (int n = 0; n < 20; n++) {
          int first = i * 100 + n * 5;
          visits().settle(all.subList(first, first + 5));
        }
      } finally {
        working.decrementAndGet();
      }
    });
    isCounted(link, all, some);
  }

  private void countersAreBetweenTheRowsBeforeAndAfter(Link link, Epoch epoch) {
    long before = settledCount(epoch);
    long counted = total(link);
    long after = settledCount(epoch);
    assertThat(counted).as("visits counted").isBetween(before, after);
  }

  @Test
  default void rangesMergeInWhateverOrderTheyCome(Seeded some) {
    Link link = standing(some);
    Epoch epoch = some.epoch();
    settle(link, epoch, some, 5, 6);
    settle(link, epoch, some, 0, 1);
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 2), new SequenceRange(5, 7));
    settle(link, epoch, some, 3);
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 2), new SequenceRange(3, 4),
        new SequenceRange(5, 7));
    settle(link, epoch, some, 4, 9);
    settle(link, epoch, some, 2, 3);
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 7), new SequenceRange(9, 10));
    settle(link, epoch, some, 8, 7);
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 10));
  }

  @Test
  default void epochsAreSeparate(Seeded some) {
    Link link = standing(some);
    Epoch one = some.epoch();
    Epoch near = new Epoch(one.high(), one.low() + 1);
    Epoch far = new Epoch(one.high() + 1, one.low());
    settle(link, one, some, 0, 1);
    settle(link, near, some, 1, 2);
    settle(link, far, some, 2, 3);
    assertThat(visits().settled(one)).containsExactly(new SequenceRange(0, 2));
    assertThat(visits().settled(near)).containsExactly(new SequenceRange(1, 3));
    assertThat(visits().settled(far)).containsExactly(new SequenceRange(2, 4));
    assertThat(visits().settled(some.epoch())).isEmpty();
    assertThat(total(link)).isEqualTo(6);
  }

  @Test
  default void aVisitOfAnUnknownLinkIsQuarantinedAndSettled(Seeded some) {
    Link link = standing(some);
    Link unknown = some.link();
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> batch = List.of(some.visit(link, new VisitId(epoch, 0)),
        some.visit(unknown, new VisitId(epoch, 1)), some.visit(link, new VisitId(epoch, 2)));
    assertThat(visits().settle(batch)).isEqualTo(new Settlement(2, 0, 1, 0));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 3));
    assertThat(visits().settle(batch)).isEqualTo(new Settlement(0, 3, 0, 0));
    assertThat(total(unknown)).isZero();
    isCounted(link, of(link, batch), some);
  }

  @Test
  default void racingWorkersQuarantineAVisitOnce(Seeded some) {
    List<ClassifiedVisit> batch = some.visits(some.link(), 4);
    List<Settlement> settlements = Race.of(16, _ -> visits().settle(batch));
    assertThat(settlements.stream().mapToInt(Settlement::quarantined).sum()).isEqualTo(4);
    assertThat(settlements.stream().mapToInt(Settlement::repeated).sum()).isEqualTo(15 * 4);
  }

  @Test
  default void aBadVisitNeverTakesItsBatchAlong(Seeded some) {
    Link link = standing(some);
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> good = some.visits(List.of(link), epoch, 10, 10);
    List<ClassifiedVisit> batch = new ArrayList<>(good);
    batch.add(5, odd(link, new VisitId(epoch, 20), "nul \0 inside", ""));
    batch.add(2, odd(link, new VisitId(epoch, 21), "half a pair \ud83d", "http://\udc00/"));
    batch.add(7, odd(link, new VisitId(epoch, 22), "", ":// no url \u0001 at all %"));
    batch.add(0, some.visit(some.link(), new VisitId(epoch, 23)));
    Settlement settlement = settleOrPutAside(batch);
    assertThat(settlement.stored() + settlement.quarantined()).isEqualTo(batch.size());
    assertThat(settlement.stored()).isGreaterThanOrEqualTo(good.size());
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(10, 24));
    assertThat(total(link)).isEqualTo(settlement.stored());
    assertThat(rows(link, some)).containsAll(good);
    assertThat(settleOrPutAside(batch)).isEqualTo(new Settlement(0, batch.size(), 0, 0));
  }

  /** As a worker does it: when the store cannot hold a visit of the batch nothing is settled, and each has to go by itself. */
  private Settlement settleOrPutAside(List<ClassifiedVisit> batch) {
    Epoch epoch = batch.getFirst().visit().id().epoch();
    List<SequenceRange> before = visits().settled(epoch);
    try {
      return visits().settle(batch);
    } catch (UnstorableVisit e) {
      assertThat(visits().settled(epoch)).as("nothing is settled").isEqualTo(before);
      return batch.size() == 1
          ? visits().quarantine(batch.getFirst(), UNSTORABLE)
          : batch.stream().map(visit -> settleOrPutAside(List.of(visit)))
              .reduce(new Settlement(0, 0, 0, 0), Settlement::plus);
    }
  }

  @Test
  default void aVisitThatIsPutAsideIsSettledAndNotCounted(Seeded some) {
    Link link = standing(some);
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> stored = some.visits(List.of(link), epoch, 0, 3);
    visits().settle(stored);
    assertThat(visits().quarantine(some.visit(link, new VisitId(epoch, 4)), UNSTORABLE))
        .isEqualTo(new Settlement(0, 0, 1, 0));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 3), new SequenceRange(4, 5));
    isCounted(link, stored, some);
  }

  @Test
  default void whateverAVisitHoldsItCanBePutAside(Seeded some) {
    Link link = standing(some);
    Epoch epoch = some.epoch();
    List<ClassifiedVisit> odd = List.of(odd(link, new VisitId(epoch, 0), "nul \0 inside", "\0"),
        odd(link, new VisitId(epoch, 1), "half a pair \ud83d", "http://\udc00/"),
        odd(some.link(), new VisitId(epoch, 2), "\u0001", "a link that nobody knows"));
    assertThat(odd).allSatisfy(visit -> assertThat(visits().quarantine(visit, "l".repeat(64)))
        .isEqualTo(new Settlement(0, 0, 1, 0)));
    assertThat(visits().settled(epoch)).containsExactly(new SequenceRange(0, 3));
    isCounted(link, List.of(), some);
  }

  @Test
  default void aVisitIsPutAsideOnce(Seeded some) {
    Link link = standing(some);
    ClassifiedVisit visit = some.visits(link, 1).getFirst();
    visits().quarantine(visit, UNSTORABLE);
    assertThat(visits().quarantine(visit, "another-reason")).isEqualTo(new Settlement(0, 1, 0, 0));
    assertThat(visits().settle(List.of(visit))).isEqualTo(new Settlement(0, 1, 0, 0));
    isCounted(link, List.of(), some);
  }

  @Test
  default void aStoredVisitIsNotPutAside(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = some.visits(link, 5);
    visits().settle(batch);
    assertThat(visits().quarantine(batch.get(2), UNSTORABLE)).isEqualTo(new Settlement(0, 1, 0, 0));
    isCounted(link, batch, some);
  }

  @Test
  default void racingWorkersStoreAVisitOrPutItAside(Seeded some) {
    for (int round = 0; round < 5; round++) {
      Link link = standing(some);
      ClassifiedVisit visit = some.visits(link, 1).getFirst();
      Settlement all = Race.of(16, i -> i % 2 == 0
          ? visits().settle(List.of(visit))
          : visits().quarantine(visit, UNSTORABLE)).stream().reduce(new Settlement(0, 0, 0, 0), Settlement::plus);
      assertThat(all.repeated()).isEqualTo(15);
      isCounted(link, all.stored() == 1 ? List.of(visit) : List.of(), some);
    }
  }

  @Test
  default void aRetiredLinkIsKnown(Seeded some) {
    Link link = standing(some);
    links().replace(link.retired(some.instant()));
    List<ClassifiedVisit> batch = some.visits(link, 3);
    assertThat(visits().settle(batch)).isEqualTo(new Settlement(3, 0, 0, 0));
    isCounted(link, batch, some);
  }

  @Test
  default void aLinkWithoutVisitsHasNone(Seeded some) {
    Link link = standing(some);
    assertThat(visits().counts(List.of())).isEmpty();
    assertThat(total(link)).isZero();
    assertThat(total(some.link())).isZero();
  }

  private void settle(Link link, Epoch epoch, Seeded some, long... sequences) {
    List<ClassifiedVisit> batch = new ArrayList<>();
    for (long sequence : sequences) {
      batch.add(some.visit(link, new VisitId(epoch, sequence)));
    }
    visits().settle(batch);
  }

  private long settledCount(Epoch epoch) {
    return visits().settled(epoch).stream().mapToLong(SequenceRange::size).sum();
  }

  private long total(Link link) {
    return visits().counts(List.of(link.id())).getOrDefault(link.id(), VisitCounts.NONE).total();
  }

  /** Counts, rollups, groups and rows all say that these are the visits of the link. */
  private void isCounted(Link link, List<ClassifiedVisit> expected, Seeded some) {
    Instant from = some.midnight().minus(Duration.ofDays(3));
    VisitCounts counts = VisitsReadingCases.countsOf(expected);
    assertThat(visits().counts(List.of(link.id())).getOrDefault(link.id(), VisitCounts.NONE)).as("counts")
        .isEqualTo(counts);
    assertThat(sum(visits().rollups(link.id(), from, some.midnight()).stream().map(Rollup::counts))).as("rollups")
        .isEqualTo(counts);
    for (Trait trait : Trait.values()) {
      assertThat(sum(visits().groups(link.id(), from, some.midnight(), trait, false).stream().map(Group::counts)))
          .as("groups by %s", trait).isEqualTo(counts);
    }
    assertThat(rows(link, some)).as("rows").containsExactlyInAnyOrderElementsOf(expected);
  }

  private Collection<ClassifiedVisit> rows(Link link, Seeded some) {
    return visits().list(new VisitQuery(link.id(), some.midnight().minus(Duration.ofDays(3)), some.midnight(), false,
        VisitQuery.LARGEST_LIMIT, null)).visits();
  }

  private static VisitCounts sum(Stream<VisitCounts> counts) {
    return counts.reduce(VisitCounts.NONE, VisitCounts::plus);
  }

  private static List<ClassifiedVisit> of(Link link, List<ClassifiedVisit> batch) {
    return batch.stream().filter(visit -> visit.visit().facts().link().equals(link.id())).toList();
  }

  /** A visit as no browser sends it. */
  static ClassifiedVisit odd(Link link, VisitId id, String userAgent, String referrer) {
    return new ClassifiedVisit(new Visit(id,
        new VisitFacts(link.id(), link.key(), link.createdAt(), Network.UNKNOWN, 0, userAgent, referrer, false)),
        Traits.UNKNOWN);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
