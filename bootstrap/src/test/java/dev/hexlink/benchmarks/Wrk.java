package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator: a fixed number of connections, kept open, each with one request under way at a time. */
final class Wrk {
  private static final Pattern MEASURED = Pattern.compile(
      "measured requests=(\\d+) micros=(\\d+) refused=(\\d+) broken=(\\d+) p50=(\\d+) p99=(\\d+)");
  private static final String TIMEOUT = "30s";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Workspace workspace;
  private final String program;

  Wrk(Workspace workspace) throws IOException, InterruptedException {
    this.workspace = workspace;
    this.program = Tool.WRK.path();
  }

  /** Loads a server from one thread, and adds what the server's process used meanwhile. */
  Load load(ProcessHandle server, Path script, String url, int connections, int seconds)
      throws IOException, InterruptedException {
    List<String> command = List.of(program, "--threads", "1", "--connections", Integer.toString(connections),
        "--duration", seconds + "s", "--timeout", TIMEOUT, "--latency", "--script", script.toString(), url);
    double before = ProcessFigures.cpuSeconds(server);
    Started wrk = workspace.start(command, Map.of());
    String output = wrk.awaitEnd(PATIENCE.plusSeconds(seconds));
    return parse(output, ProcessFigures.cpuSeconds(server) - before);
  }

  static Load parse(String output, double cpuSeconds) {
    Matcher measured = MEASURED.matcher(output);
    if (!measured.find()) {
      throw new Impossible("wrk did not say what it measured:\n" + output);
    }
    return new Load(Long.parseLong(measured.group(1)), Long.parseLong(measured.group(2)) / 1e6,
        Long.parseLong(measured.group(3)), Long.parseLong(measured.group(4)),
        Long.parseLong(measured.group(5)) / 1e3, Long.parseLong(measured.group(6)) / 1e3, cpuSeconds);
  }
}
