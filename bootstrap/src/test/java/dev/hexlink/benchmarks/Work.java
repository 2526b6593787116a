package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The work done on this machine until a moment.
 *
 * @param all seconds of CPU that any program used
 * @param own those used by this program and by its processes that have ended
 */
record Work(long at, double all, double own) {
  private static final double TICKS_PER_SECOND = 100;

  static Work now() throws IOException {
    List<String> cpu = List.of(Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"));
    double all = (Long.parseLong(cpu.get(1)) + Long.parseLong(cpu.get(2)) + Long.parseLong(cpu.get(3)))
        / TICKS_PER_SECOND;
    return new Work(System.nanoTime(), all, ProcessFigures.ownCpuSeconds());
  }

  /** The share of the machine that programs of others used since, from 0 to 1. */
  double othersSince(Work before) {
    double seconds = (at - before.at) / 1e9;
    double others = (all - before.all) - (own - before.own);
    return Math.max(0, others / (seconds * Runtime.getRuntime().availableProcessors()));
  }
}
