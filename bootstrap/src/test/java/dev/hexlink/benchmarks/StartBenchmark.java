package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How long a new process takes to the line {@code Hexlink is ready}. Each start has a new JVM; the files it reads are in the memory of the
 * operating system after the first round's.
 */
final class StartBenchmark implements Benchmark {
  @Override
  public void run(Options options, Workspace workspace, Findings findings) throws IOException, InterruptedException {
    Samples first = new Samples();
    Samples again = new Samples();
    Samples bare = new Samples();
    for (int round = 1; round <= options.rounds(); round++) {
      System.err.println("start: round " + round + " of " + options.rounds());
      Path data = workspace.newFolder("data");
      HexlinkServer fresh = HexlinkServer.start(workspace, data);
      List<String> command = ProcessFigures.commandLine(fresh.process());
      first.add(seconds(fresh));
      again.add(seconds(HexlinkServer.start(workspace, data)));
      bare.add(seconds(HexlinkServer.start(workspace, data, command)));
    }
    String command = options.command("start");
    findings.add(new Figure("Start, `./hexlink` in an empty folder", Unit.SECONDS, first, null, command));
    findings.add(new Figure("Start, `./hexlink` with its data there", Unit.SECONDS, again, null, command));
    findings.add(new Figure("Start, the JVM alone with its data there", Unit.SECONDS, bare, null, command));
  }

  private static double seconds(HexlinkServer server) {
    server.stop();
    return server.startTime().toNanos() / 1e9;
  }
}
