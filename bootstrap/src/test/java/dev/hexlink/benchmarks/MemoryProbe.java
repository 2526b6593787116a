package dev.hexlink.benchmarks;

import java.io.IOException;

/** How much memory the server holds before and after it was under load. */
final class MemoryProbe {
  private static final long IDLE_MILLIS = 5_000;

  private final ProcessHandle server;
  private final Samples idle = new Samples();
  private final Samples loaded = new Samples();
  private final Samples most = new Samples();

  MemoryProbe(ProcessHandle server) {
    this.server = server;
  }

  /** Lets the server rest for some seconds after its start, then looks. */
  void idle() throws IOException, InterruptedException {
    Thread.sleep(IDLE_MILLIS);
    idle.add(ProcessFigures.residentMegabytes(server));
  }

  void loaded() throws IOException {
    loaded.add(ProcessFigures.residentMegabytes(server));
    most.add(ProcessFigures.mostMegabytes(server));
  }

  void figures(Findings findings, String command) {
    findings.add(new Figure("Memory resident, idle after the start", Unit.MEGABYTES, idle, null, command));
    findings.add(new Figure("Memory resident, after the redirects", Unit.MEGABYTES, loaded, null, command));
    findings.add(new Figure("Memory resident, at most", Unit.MEGABYTES, most, null, command));
  }
}
