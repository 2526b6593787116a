package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Epoch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** What reading costs, who may open, and what a close does to others. */
@ExtendWith(SeededCases.class)
class SegmentReadingTest {
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
  void readingOnGoesOnWhereTheLastBatchEnded(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Epoch epoch = journal.epochs().getFirst().epoch();
    SomeVisits.append(journal, seeded, 2_000);
    for (int from = 0; from < 2_000; from += 10) {
      assertThat(journal.read(epoch, from, 10)).hasSize(10);
    }
    assertThat(bench.disk.bytesRead()).isLessThan(2 * journal.status().bytes());
  }

  @Test
  void readingABatchAgainBeginsWhereItBegan(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Epoch epoch = journal.epochs().getFirst().epoch();
    SomeVisits.append(journal, seeded, 250);
    journal.read(epoch, 0, 200);
    journal.read(epoch, 200, 50);
    long before = bench.disk.bytesRead();
    for (int i = 0; i < 100; i++) {
      assertThat(journal.read(epoch, 200, 50)).hasSize(50);
    }
    assertThat(bench.disk.bytesRead() - before).isZero();
  }

  @Test
  void followingTheAppenderReadsEachVisitOnce(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Epoch epoch = journal.epochs().getFirst().epoch();
    for (int i = 0; i < 500; i++) {
      SomeVisits.append(journal, seeded, 1);
      assertThat(journal.read(epoch, i, 10)).hasSize(1);
    }
    assertThat(bench.disk.bytesRead()).isLessThan(2 * journal.status().bytes());
  }

  @Test
  void holdsNoFilesOfReleasedEpochsAndNoneWhenClosed(Seeded seeded) {
    bench.open();
    for (int i = 0; i < 5; i++) {
      Epoch epoch = SomeVisits.append(bench.journal(), seeded, 700).getFirst().id().epoch();
      SegmentJournal journal = bench.reopen();
      assertThat(journal.read(epoch, 0, 1_000)).hasSize(700);
      assertThat(bench.disk.openFiles()).isEqualTo(1);
      journal.release(epoch, 700);
      assertThat(bench.disk.openFiles()).isZero();
      assertThat(journal.read(epoch, 0, 1_000)).hasSize(700);
    }
    SomeVisits.append(bench.journal(), seeded, 700);
    bench.journal().close();
    assertThat(bench.disk.openFiles()).isZero();
  }

  @Test
  void anOpenJournalIsNotOpenedTwice(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Workbench other = new Workbench(folder);
    assertThatThrownBy(other::open).isInstanceOf(VisitJournalUnavailable.class)
        .hasMessageContaining("already open in this process");
    assertThat(SomeVisits.append(journal, seeded, 1)).hasSize(1);
    journal.close();
    other.open();
    assertThatThrownBy(bench::open).isInstanceOf(VisitJournalUnavailable.class);
    other.close();
  }

  @Test
  void closingWakesWhoAwaits() {
    SegmentJournal journal = bench.open();
    AtomicReference<@Nullable Boolean> came = new AtomicReference<>();
    Thread awaiting = Thread.ofPlatform().start(() -> came.set(awaited(journal)));
    await().until(() -> awaiting.getState() == Thread.State.TIMED_WAITING);
    journal.close();
    await().untilAsserted(() -> assertThat(came.get()).isFalse());
  }

  private static boolean awaited(SegmentJournal journal) {
    try {
      return journal.await(0, Duration.ofMinutes(5));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aClosedJournalIsNotRead(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Epoch epoch = SomeVisits.append(journal, seeded, 1).getFirst().id().epoch();
    journal.close();
    assertThatThrownBy(() -> journal.read(epoch, 0, 1)).isInstanceOf(VisitJournalUnavailable.class);
    CompletableFuture<?> answer = journal.append(SomeVisits.facts(seeded));
    assertThat(answer).isCompletedExceptionally();
  }
}
