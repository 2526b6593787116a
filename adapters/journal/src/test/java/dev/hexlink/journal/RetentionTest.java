package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How long released segments are kept. */
@ExtendWith(SeededCases.class)
class RetentionTest {
  private static final Duration RETENTION = Duration.ofHours(24);
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
  void aReleasedSegmentGoesWhenItsTimeIsOver(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Epoch epoch = journal.epochs().getFirst().epoch();
    List<Visit> visits = SomeVisits.append(journal, seeded, 2_000);
    int files = bench.files().size();
    journal.release(epoch, 1_000);
    pass(RETENTION.minusSeconds(1));
    journal.release(epoch, 1_000);
    assertThat(bench.files()).hasSize(files);
    pass(Duration.ofSeconds(1));
    await().until(() -> bench.files().size() < files);
    JournalEpoch described = journal.epochs().getFirst();
    assertThat(described.first()).isBetween(1L, 1_000L);
    assertThat(journal.read(epoch, 0, 3_000))
        .isEqualTo(visits.subList((int) described.first(), visits.size()));
    assertThat(journal.status().bytes())
        .isEqualTo(bench.files().stream().mapToLong(file -> file.toFile().length()).sum());
  }

  @Test
  void whatIsNotReleasedStaysHoweverOldItIs(Seeded seeded) {
    SegmentJournal journal = bench.open();
    Epoch epoch = journal.epochs().getFirst().epoch();
    List<Visit> visits = SomeVisits.append(journal, seeded, 2_000);
    pass(RETENTION.multipliedBy(30));
    journal.release(epoch, 1);
    assertThat(journal.read(epoch, 0, 3_000)).isEqualTo(visits);
  }

  @Test
  void anEarlierEpochDisappearsWithItsLastSegment(Seeded seeded) throws IOException {
    Epoch epoch = bench.open().epochs().getFirst().epoch();
    SomeVisits.append(bench.journal(), seeded, 1_000);
    SegmentJournal journal = bench.reopen();
    journal.release(epoch, 1_000);
    assertThat(journal.epochs()).hasSize(1);
    assertThat(bench.files()).isNotEmpty();
    assertThat(journal.read(epoch, 0, 1_000)).as("kept for its retention").hasSize(1_000);
    pass(RETENTION.plusMinutes(10));
    journal.release(epoch, 1_000);
    assertThat(bench.files()).isEmpty();
    assertThat(journal.read(epoch, 0, 1_000)).isEmpty();
    assertThat(journal.status().bytes()).isZero();
  }

  @Test
  void theAgeOfAnEarlierEpochIsThatOfItsFiles(Seeded seeded) throws IOException {
    Epoch epoch = bench.open().epochs().getFirst().epoch();
    SomeVisits.append(bench.journal(), seeded, 10);
    bench.journal().close();
    Files.setLastModifiedTime(bench.files().getFirst(), FileTime.from(bench.now.get().minus(RETENTION)));
    SegmentJournal journal = bench.open();
    assertThat(journal.read(epoch, 0, 100)).hasSize(10);
    journal.release(epoch, 10);
    assertThat(bench.files()).isEmpty();
  }

  @Test
  void aReleaseIsAskedForAgainAfterAReopening(Seeded seeded) {
    Epoch epoch = bench.open().epochs().getFirst().epoch();
    List<Visit> visits = SomeVisits.append(bench.journal(), seeded, 10);
    bench.journal().release(epoch, 10);
    SegmentJournal journal = bench.reopen();
    assertThat(journal.epochs().getFirst()).isEqualTo(new JournalEpoch(epoch, 0, 0, 10, false));
    assertThat(journal.read(epoch, 0, 100)).isEqualTo(visits);
  }

  @Test
  void anEpochWithoutVisitsLeavesNoFile() {
    bench.open();
    bench.reopen();
    bench.journal().close();
    assertThat(bench.files()).isEmpty();
  }

  private void pass(Duration time) {
    bench.now.updateAndGet(now -> now.plus(time));
  }
}
