package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel says of a process, in {@code /proc}. */
final class ProcessFigures {
  /** The kernel's unit of CPU time as programs see it; 100 on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  private ProcessFigures() {}

  /** Seconds of CPU used so far by a process and those it has started that still run. */
  static double cpuSeconds(ProcessHandle process) throws IOException {
    double seconds = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      List<String> stat = stat(Path.of("/proc", Long.toString(each.pid()), "stat"));
      seconds += ticks(stat, USER_TIME) + ticks(stat, SYSTEM_TIME);
    }
    return seconds;
  }

  /** Seconds of CPU used so far by this program and by those of its processes that have ended. */
  static double ownCpuSeconds() throws IOException {
    List<String> stat = stat(Path.of("/proc/self/stat"));
    return ticks(stat, USER_TIME) + ticks(stat, SYSTEM_TIME)
        + ticks(stat, CHILDREN_USER_TIME) + ticks(stat, CHILDREN_SYSTEM_TIME);
  }

  private static double ticks(List<String> stat, int field) {
    return Long.parseLong(stat.get(field)) / TICKS_PER_SECOND;
  }

  /** The fields from the third on; the second is the name, which may hold spaces and parentheses. */
  private static List<String> stat(Path file) throws IOException {
    String text = Files.readString(file);
    return List.of(text.substring(text.lastIndexOf(')') + 2).strip().split(" "));
  }

  /** Megabytes (2^20 bytes) of memory resident now. */
  static double residentMegabytes(ProcessHandle process) throws IOException {
    return megabytes(process, "VmRSS:");
  }

  /** The most megabytes that were ever resident. */
  static double mostMegabytes(ProcessHandle process) throws IOException {
    return megabytes(process, "VmHWM:");
  }

  private static double megabytes(ProcessHandle process, String field) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      String line = lines.filter(each -> each.startsWith(field)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
    }
  }

  /** The command line by which a process was started. */
  static List<String> commandLine(ProcessHandle process) throws IOException {
    String words = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    return List.of(words.split("\0"));
  }
}
