package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.journal.JournalConfiguration.Sync;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** A process that appends visits until it is killed, and prints each id once it is acknowledged. */
final class Victim {
  private static final int THREADS = 4;
  private static final Duration LIFE = Duration.ofMinutes(2);

  private Victim() {}

  /** Starts it on a folder, with a journal that is {@code group}, {@code wait} or {@code off}. */
  static Process start(Path folder, String journal) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Victim.class.getName(),
        folder.toString(), journal).redirectError(new File("/dev/null")).start();
  }

  public static void main(String[] arguments) throws InterruptedException {
    VisitJournal journal = journal(Path.of(arguments[0]), arguments[1]);
    PrintStream out = new PrintStream(System.out, true);
    for (int thread = 0; thread < THREADS; thread++) {
      Thread.ofVirtual().start(() -> append(journal, out));
    }
    new CountDownLatch(1).await(LIFE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static VisitJournal journal(Path folder, String kind) {
    RandomGenerator random = RandomGenerator.getDefault();
    if (kind.equals("off")) {
      return new HeapJournal(1_000_000, random);
    }
    Sync sync = kind.equals("wait") ? Sync.WAIT : Sync.GROUP;
    return SegmentJournal.open(folder, new JournalConfiguration(true, sync, Duration.ofMillis(5), Workbench.SEGMENT,
        1L << 30, Duration.ofHours(24)), InstantSource.system(), random);
  }

  private static void append(VisitJournal journal, PrintStream out) {
    for (int n = 0;; n++) {
      VisitId id = journal.append(facts(n)).join();
      out.println(id + ";");
    }
  }

  private static VisitFacts facts(int n) {
    return new VisitFacts(new LinkId(new UUID(1, n)), LinkKey.of(new ShortCode("code")), Instant.EPOCH,
        Network.UNKNOWN, n, "agent", "referrer", false);
  }

  /** Reads one printed id; empty for the line that the kill has cut. */
  static List<VisitId> id(String line) {
    String[] parts = line.split(":", -1);
    if (parts.length != 2 || !line.matches("[0-9a-f]{32}:[0-9]+;")) {
      return List.of();
    }
    return Epoch.parse(parts[0])
        .map(epoch -> new VisitId(epoch, Long.parseLong(parts[1].replace(";", "")))).stream().toList();
  }
}
