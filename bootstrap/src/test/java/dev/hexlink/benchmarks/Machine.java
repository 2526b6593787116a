package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a run took place: what a reader needs to know to compare two of them. */
record Machine(String processor, int cores, long memoryMegabytes, String system, String java, String commit) {
  static Machine describe(Path home) throws IOException, InterruptedException {
    return new Machine(
        field("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        commit(home));
  }

  private static String field(String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.filter(line -> line.startsWith(name)).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("0");
    }
  }

  private static String commit(Path home) throws InterruptedException {
    try {
      List<String> command = List.of("git", "-C", home.toString(), "describe", "--always", "--dirty", "--exclude=*");
      return Started.start(command, Map.of()).awaitEnd(Duration.ofSeconds(10));
    } catch (IOException | Impossible e) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return "%d cores (%s), %,d MB, %s, Java %s, commit %s".formatted(cores, processor, memoryMegabytes, system, java,
        commit);
  }
}
