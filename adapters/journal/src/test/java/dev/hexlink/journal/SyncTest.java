package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How visits come to the disk in groups, and what becomes of them when the disk does not confirm. The disk rejects a failed sync tried again. */
@ExtendWith(SeededCases.class)
class SyncTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FOR_LONG = 1_000_000;
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
  void oneSyncServesManyVisitsAndNoneIsDoneForNothing(Seeded seeded) {
    SegmentJournal journal = bench.open();
    SomeVisits.append(journal, seeded, 1);
    await().until(() -> bench.disk.syncs.get() == 1);
    VisitFacts facts = SomeVisits.facts(seeded);
    Race.each(8, _ -> {
      for (int i = 0; i < 500; i++) {
        journal.append(facts).join();
      }
    });
    journal.close();
    assertThat(bench.disk.syncs.get()).isBetween(2, 1_000);
    int before = bench.disk.syncs.get();
    bench.open().close();
    assertThat(bench.disk.syncs.get()).isEqualTo(before);
  }

  @Test
  void thoseWhoWaitShareSyncs(Seeded seeded) {
    bench.waiting();
    SegmentJournal journal = bench.open();
    VisitFacts facts = SomeVisits.facts(seeded);
    Race.each(Race.RUNNERS, _ -> {
      for (int i = 0; i < 20; i++) {
        journal.append(facts).get(20, TimeUnit.SECONDS);
      }
    });
    assertThat(bench.disk.syncs.get()).as("syncs for %s visits", Race.RUNNERS * 20).isLessThan(Race.RUNNERS * 20);
  }

  @Test
  void aWaiterIsNotAnsweredBeforeTheDiskConfirms(Seeded seeded) {
    bench.waiting();
    SegmentJournal journal = bench.open();
    bench.disk.holdSyncs();
    CompletableFuture<VisitId> answer = journal.append(SomeVisits.facts(seeded));
    await().until(bench.disk::isHolding);
    assertThat(answer).isNotDone();
    bench.disk.mend();
    assertThat(answer).succeedsWithin(PATIENCE);
  }

  @Test
  void aFailedSyncIsMadeGoodByACopy(Seeded seeded) {
    bench.waiting();
    SegmentJournal journal = bench.open();
    List<Visit> visits = new ArrayList<>(SomeVisits.append(journal, seeded, 20));
    bench.disk.failSyncs(1);
    visits.addAll(SomeVisits.append(journal, seeded, 20));
    assertThat(journal.status().refused()).isZero();
    assertThat(journal.status().failing()).isEmpty();
    assertThat(bench.files()).hasSize(2);
    assertRead(journal, visits);
    assertRead(bench.reopen(), visits);
  }

  @Test
  void appendersGoOnWhileSyncsFail(Seeded seeded) {
    SegmentJournal journal = bench.open();
    bench.disk.failSyncs(FOR_LONG);
    List<Visit> visits = new ArrayList<>(SomeVisits.append(journal, seeded, 10));
    await().until(() -> !journal.status().failing().isEmpty());
    assertThat(new JournalHealth(journal).check().detail()).contains("does not confirm");
    visits.addAll(SomeVisits.append(journal, seeded, 1_000));
    assertRead(journal, visits);
    bench.disk.mend();
    await().until(() -> journal.status().failing().isEmpty());
    assertThat(journal.status().refused()).isZero();
    assertRead(journal, visits);
    assertRead(bench.reopen(), visits);
  }

  @Test
  void whoeverWaitsIsToldThatTheDiskDoesNotConfirm(Seeded seeded) throws InterruptedException {
    bench.waiting();
    SegmentJournal journal = bench.open();
    List<Visit> visits = SomeVisits.append(journal, seeded, 1);
    bench.disk.failSyncs(FOR_LONG);
    for (int i = 0; i < 5; i++) {
      assertThat(journal.append(SomeVisits.facts(seeded))).failsWithin(PATIENCE)
          .withThrowableThat().withCauseInstanceOf(VisitJournalUnavailable.class);
    }
    assertThat(journal.status().refused()).isEqualTo(5);
    assertThat(journal.read(visits.getFirst().id().epoch(), 0, 10)).as("what the system still holds is forwarded")
        .hasSize(6);
    bench.disk.mend();
    await().until(() -> journal.status().failing().isEmpty());
    assertThat(journal.append(SomeVisits.facts(seeded))).succeedsWithin(PATIENCE);
  }

  @Test
  void leavesNoCopiesBehind(Seeded seeded) throws Exception {
    SegmentJournal journal = bench.open();
    bench.disk.failSyncs(FOR_LONG);
    SomeVisits.append(journal, seeded, 10);
    await().until(() -> !journal.status().failing().isEmpty());
    journal.close();
    Files.write(folder.resolve("0000000001-half.visits.copy"), new byte[10]);
    bench.disk.mend();
    bench.open();
    try (var files = Files.list(folder)) {
      assertThat(files.map(String::valueOf)).noneMatch(name -> name.endsWith(".copy"));
    }
  }

  @Test
  void closingBringsEverythingToTheDisk(Seeded seeded) {
    bench.waiting();
    SegmentJournal journal = bench.open();
    bench.disk.holdSyncs();
    CompletableFuture<VisitId> first = journal.append(SomeVisits.facts(seeded));
    await().until(bench.disk::isHolding);
    CompletableFuture<VisitId> second = journal.append(SomeVisits.facts(seeded));
    Thread closing = Thread.ofPlatform().start(journal::close);
    bench.disk.mend();
    assertThat(first).succeedsWithin(PATIENCE);
    assertThat(second).succeedsWithin(PATIENCE);
    await().until(() -> !closing.isAlive());
  }

  private static void assertRead(SegmentJournal journal, List<Visit> visits) {
    assertThat(journal.read(visits.getFirst().id().epoch(), 0, visits.size() + 1)).isEqualTo(visits);
  }
}
