package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the server with kill -9 at random moments under load, and counts what was lost or doubled. */
@Tag("slow")
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("hexlink.crash.rounds", 20);
  private static final int ROUNDS_WITHOUT_JOURNAL = 3;

  @TempDir
  Path data;

  @Test
  void losesAndDoublesNothing() throws Exception {
    CrashReport report = new CrashRounds(data, Map.of()).run(ROUNDS);
    System.out.println("kill -9, " + ROUNDS + " rounds: " + report);
    assertThat(report.answered()).isPositive();
    assertThat(report.linksLost()).isZero();
    assertThat(report.lost()).isZero();
    assertThat(report.duplicated()).isZero();
  }

  @Test
  void losesVisitsWhenTheJournalIsOff() throws Exception {
    CrashReport report = new CrashRounds(data, Map.of("HEXLINK_JOURNAL_ENABLED", "false")).run(ROUNDS_WITHOUT_JOURNAL);
    System.out.println("kill -9 with the journal off, " + ROUNDS_WITHOUT_JOURNAL + " rounds: " + report);
    assertThat(report.linksLost()).isZero();
    assertThat(report.lost()).isPositive();
  }
}
