package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that appends is killed (SIGKILL) at random moments, round after round on the same folder. */
@ExtendWith(SeededCases.class)
@Tag("slow")
class KillTest {
  private static final int ROUNDS = 4;
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"group", "wait"})
  void everyAcknowledgedVisitSurvives(String mode, Seeded seeded) throws IOException {
    Set<VisitId> acknowledged = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(killAfter(1 + seeded.random().nextInt(5_000), Victim.start(folder, mode)));
      Set<VisitId> found = found();
      Set<VisitId> lost = new HashSet<>(acknowledged);
      lost.removeAll(found);
      System.out.printf("%s, round %d: acknowledged %d, found %d, lost %d%n", mode, round, acknowledged.size(),
          found.size(), lost.size());
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void withoutAJournalVisitsAreLost() throws IOException {
    assertThat(killAfter(1_000, Victim.start(folder, "off"))).hasSizeGreaterThan(999);
    assertThat(found()).isEmpty();
  }

  @Test
  void noOtherProcessOpensItAndAKillSetsItFree() throws IOException {
    Process victim = Victim.start(folder, "group");
    BufferedReader lines = victim.inputReader();
    assertThat(lines.readLine()).isNotNull();
    try (Workbench bench = new Workbench(folder)) {
      assertThatThrownBy(bench::open).isInstanceOf(VisitJournalUnavailable.class)
          .hasMessageContaining("process " + victim.pid());
      killAfter(1, victim);
      assertThat(bench.open().epochs()).hasSize(2);
    }
  }

  /** Reads so many ids, kills, reads what was printed until then, and answers all. */
  private static Set<VisitId> killAfter(int count, Process victim) throws IOException {
    Set<VisitId> ids = new HashSet<>();
    try (BufferedReader lines = victim.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ids.addAll(Victim.id(line));
        if (ids.size() == count) {
          victim.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(victim.onExit().join().exitValue()).as("killed by SIGKILL").isEqualTo(128 + 9);
    return ids;
  }

  private Set<VisitId> found() {
    Set<VisitId> found = new HashSet<>();
    try (Workbench bench = new Workbench(folder)) {
      SegmentJournal journal = bench.open();
      for (JournalEpoch epoch : journal.epochs()) {
        journal.read(epoch.epoch(), 0, Integer.MAX_VALUE).stream().map(Visit::id).forEach(found::add);
        assertThat(journal.read(epoch.epoch(), epoch.end(), 1)).isEmpty();
      }
      assertThat(journal.status().damaged()).isZero();
    }
    return found;
  }
}
