package dev.hexlink.benchmarks;

import dev.hexlink.benchmarks.Figure.Reference;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One hot link against nginx's {@code return 307}, in turns. Before nginx's turn every visit of the turn before is stored, so that no
 * backlog slows the reference; what the storing takes is measured too.
 */
final class RedirectBenchmark implements Benchmark {
  private static final String TARGET = "https://example.com/a/page/that/many/people/share";

  private final boolean speed;

  /**
   * @param speed whether to show speed and memory, or memory only
   */
  RedirectBenchmark(boolean speed) {
    this.speed = speed;
  }

  @Override
  public void run(Options options, Workspace workspace, Findings findings) throws IOException, InterruptedException {
    new Run(options, workspace).run(findings);
  }

  /** One run, with what it gathers. */
  private final class Run {
    private final Options options;
    private final Workspace workspace;
    private final Turns hexlink = new Turns();
    private final Turns nginx = new Turns();
    private final Samples seconds = new Samples();
    private final Samples settledMicros = new Samples();

    Run(Options options, Workspace workspace) {
      this.options = options;
      this.workspace = workspace;
    }

    void run(Findings findings) throws IOException, InterruptedException {
      Nginx peer = Nginx.start(workspace, TARGET);
      HexlinkServer server = HexlinkServer.start(workspace, workspace.newFolder("data"));
      String code = server.create(TARGET);
      MemoryProbe memory = new MemoryProbe(server.process());
      memory.idle();
      rounds(peer, server, code);
      memory.loaded();
      check(server, code, findings);
      if (speed) {
        figures(findings, options.command("redirects"));
      }
      memory.figures(findings, options.command(speed ? "redirects" : "memory"));
      server.stop();
      peer.process().stop();
    }

    private void rounds(Nginx peer, HexlinkServer server, String code) throws IOException, InterruptedException {
      Wrk wrk = new Wrk(workspace);
      Path script = workspace.benchmarkFile("wrk/report.lua");
      for (int round = 0; round <= options.rounds(); round++) {
        System.err
            .println(round == 0 ? "redirects: warming up" : "redirects: round " + round + " of " + options.rounds());
        boolean counts = round > 0;
        nginx.add(wrk.load(peer.process().handle(), script, peer.url() + code, options.connections(),
            options.seconds()), counts);
        double before = ProcessFigures.cpuSeconds(server.process());
        Load load = wrk.load(server.process(), script, server.url() + code, options.connections(), options.seconds());
        double drained = server.awaitRest();
        double cpu = ProcessFigures.cpuSeconds(server.process()) - before;
        hexlink.add(load, counts);
        if (counts) {
          seconds.add(drained);
          settledMicros.add(cpu * 1e6 / Math.max(1, load.requests()));
        }
      }
    }

    private void figures(Findings findings, String command) {
      findings.add(new Figure("Redirects per second", Unit.PER_SECOND, hexlink.perSecond(),
          new Reference(Nginx.NAME, nginx.perSecond()), command));
      findings.add(new Figure("CPU per redirect while under load", Unit.MICROS, hexlink.cpuMicros(),
          new Reference(Nginx.NAME, nginx.cpuMicros()), command));
      findings.add(new Figure("CPU per redirect, its visit stored", Unit.MICROS, settledMicros,
          new Reference(Nginx.NAME, nginx.cpuMicros()), command));
      findings.add(new Figure("Redirect, p50", Unit.MILLIS, hexlink.p50(), new Reference(Nginx.NAME, nginx.p50()),
          command));
      findings.add(new Figure("Redirect, p99", Unit.MILLIS, hexlink.p99(), new Reference(Nginx.NAME, nginx.p99()),
          command));
      findings.add(new Figure("Until every visit of " + options.seconds() + " s under load is stored", Unit.SECONDS,
          seconds, null, command));
    }

    private void check(HexlinkServer server, String code, Findings findings) throws IOException, InterruptedException {
      long stored = server.stored(code);
      long answered = (long) server.metric("hexlink_redirects_total");
      long dropped = (long) server.metric("hexlink_visits_dropped_total");
      long counted = hexlink.succeeded();
      long underWay = (long) options.connections() * (options.rounds() + 1);
      findings.add(new Check("Visits are exact", stored == answered && dropped == 0 && stored >= counted
          && stored <= counted + underWay,
          ("%,d stored, %,d answered by the server, %,d answers counted by wrk, %,d dropped. wrk does not count the up to"
              + " %,d answers that were under way when its %d runs ended.")
              .formatted(stored, answered, counted, dropped, underWay, options.rounds() + 1)));
      findings.add(new Check("Every redirect was answered", hexlink.failed() == 0 && nginx.failed() == 0,
          "%,d failed, %,d at nginx".formatted(hexlink.failed(), nginx.failed())));
    }
  }
}
