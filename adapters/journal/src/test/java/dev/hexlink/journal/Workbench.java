package dev.hexlink.journal;

import dev.hexlink.journal.JournalConfiguration.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A journal in a folder, with small segments, a clock to move and a disk to break. */
final class Workbench implements AutoCloseable {
  static final int SEGMENT = 1 << 16;
  final FaultyDisk disk = new FaultyDisk();
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private final Path folder;
  private final Random random = new Random();
  private Sync sync = Sync.GROUP;
  private long mostBytes = 64L * SEGMENT;
  private @Nullable SegmentJournal journal;

  Workbench(Path folder) {
    this.folder = folder;
  }

  void waiting() {
    sync = Sync.WAIT;
  }

  void bounded(long bytes) {
    mostBytes = bytes;
  }

  SegmentJournal open() {
    JournalConfiguration configuration = new JournalConfiguration(true, sync, Duration.ofMillis(5), SEGMENT, mostBytes,
        Duration.ofHours(24));
    SegmentJournal opened = SegmentJournal.open(folder, configuration, now::get, random, disk, Duration.ofMillis(20));
    journal = opened;
    return opened;
  }

  SegmentJournal journal() {
    SegmentJournal open = journal;
    if (open == null) {
      throw new IllegalStateException("not open");
    }
    return open;
  }

  SegmentJournal reopen() {
    journal().close();
    return open();
  }

  /** The segment files, oldest first. */
  List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> SegmentName.parse(String.valueOf(file.getFileName())).isPresent()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    disk.mend();
    if (journal != null) {
      journal.close();
    }
  }
}
