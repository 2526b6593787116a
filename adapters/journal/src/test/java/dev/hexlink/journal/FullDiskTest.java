package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room refuses visits, counted; what was accepted stays whole, and it goes on when there is room. */
@ExtendWith(SeededCases.class)
class FullDiskTest {
  @TempDir
  private Path folder;
  private Workbench bench;

  @BeforeEach
  void begin() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void refusesAndGoesOnWhenThereIsRoom(Seeded seeded) {
    SegmentJournal journal = bench.open();
    List<Visit> accepted = new ArrayList<>(SomeVisits.append(journal, seeded, 10));
    for (int room = 0; room < 300; room += 7) {
      bench.disk.fullAfter(room);
      accepted.addAll(offer(journal, seeded, 4));
      bench.disk.mend();
      accepted.addAll(SomeVisits.append(journal, seeded, 1));
      assertThat(journal.status().failing()).isEmpty();
    }
    assertThat(journal.status().refused()).isPositive();
    assertThat(journal.status().appended()).isEqualTo(accepted.size());
    assertRead(journal, accepted);
    assertRead(bench.reopen(), accepted);
  }

  @Test
  void saysWhyItRefuses(Seeded seeded) {
    SegmentJournal journal = bench.open();
    bench.disk.fullAfter(20);
    assertThat(offer(journal, seeded, 3)).isEmpty();
    assertThat(journal.status().refused()).isEqualTo(3);
    assertThat(journal.status().failing()).contains("No space left");
    assertThat(new JournalHealth(journal).check().up()).isFalse();
    assertThat(bench.files()).isEmpty();
    bench.disk.mend();
    assertThat(offer(journal, seeded, 1)).hasSize(1);
    assertThat(new JournalHealth(journal).check().up()).isTrue();
  }

  @Test
  void givesUpASegmentWhoseRestCannotBeTakenBack(Seeded seeded) {
    SegmentJournal journal = bench.open();
    List<Visit> accepted = new ArrayList<>(SomeVisits.append(journal, seeded, 10));
    bench.disk.fullAfter(50);
    bench.disk.refuseTruncates();
    assertThat(offer(journal, seeded, 1)).isEmpty();
    bench.disk.mend();
    accepted.addAll(SomeVisits.append(journal, seeded, 10));
    assertThat(bench.files()).hasSize(2);
    assertRead(journal, accepted);
    SegmentJournal reopened = bench.reopen();
    assertRead(reopened, accepted);
    assertThat(reopened.status().damaged()).isZero();
  }

  @Test
  void neverOccupiesMoreThanItsBound(Seeded seeded) {
    long bound = 4L * Workbench.SEGMENT;
    bench.bounded(bound);
    SegmentJournal journal = bench.open();
    List<Visit> accepted = new ArrayList<>(offer(journal, seeded, 3_000));
    assertThat(journal.status().refused()).isEqualTo(3_000 - accepted.size());
    assertThat(journal.status().failing()).contains("bound of " + bound + " bytes");
    assertThat(occupied()).isBetween(bound - 1_000, bound).isEqualTo(journal.status().bytes());
    assertRead(journal, accepted);
    journal.release(accepted.getFirst().id().epoch(), accepted.size() / 2);
    List<Visit> more = offer(journal, seeded, 100);
    assertThat(more).hasSize(100);
    assertThat(occupied()).isLessThanOrEqualTo(bound).isEqualTo(journal.status().bytes());
    accepted.addAll(more);
    assertThat(journal.read(accepted.getFirst().id().epoch(), accepted.size() / 2, 5_000))
        .isEqualTo(accepted.subList(accepted.size() / 2, accepted.size()));
  }

  @Test
  void makesRoomAtItsBoundAsLongAsVisitsAreReleased(Seeded seeded) {
    bench.bounded(2L * Workbench.SEGMENT);
    SegmentJournal journal = bench.open();
    Epoch epoch = journal.epochs().getFirst().epoch();
    for (int i = 0; i < 60; i++) {
      assertThat(offer(journal, seeded, 100)).hasSize(100);
      journal.release(epoch, (i + 1) * 100L);
      assertThat(occupied()).isLessThanOrEqualTo(2L * Workbench.SEGMENT);
    }
  }

  private long occupied() {
    return bench.files().stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private static List<Visit> offer(SegmentJournal journal, Seeded seeded, int count) {
    List<Visit> accepted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      VisitFacts facts = SomeVisits.facts(seeded);
      var answer = journal.append(facts);
      assertThat(answer).isDone();
      if (!answer.isCompletedExceptionally()) {
        accepted.add(new Visit(answer.join(), facts));
      }
    }
    return accepted;
  }

  private static void assertRead(SegmentJournal journal, List<Visit> visits) {
    assertThat(journal.read(visits.getFirst().id().epoch(), 0, visits.size() + 1)).isEqualTo(visits);
  }
}
