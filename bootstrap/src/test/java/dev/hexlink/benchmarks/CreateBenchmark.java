package dev.hexlink.benchmarks;

import dev.hexlink.benchmarks.Figure.Reference;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Links created over HTTP, one a request and 1,000 a request. Each is acknowledged when it is forced to the disk, so the reference is how
 * often one thread can append to a file on the same disk and force it.
 */
final class CreateBenchmark implements Benchmark {
  private static final int BULK = 1_000;
  private static final int BULK_CONNECTIONS = 4;
  private static final String MADE = "hexlink_links_made_total";

  @Override
  public void run(Options options, Workspace workspace, Findings findings) throws IOException, InterruptedException {
    HexlinkServer server = HexlinkServer.start(workspace, workspace.newFolder("data"));
    Wrk wrk = new Wrk(workspace);
    ForcedAppends disk = new ForcedAppends(workspace.newFolder("disk"));
    Lane single = new Lane(server, wrk, workspace.benchmarkFile("wrk/create.lua"), "api/v1/links",
        options.connections(), 1);
    Lane bulk = new Lane(server, wrk, workspace.benchmarkFile("wrk/bulk.lua"), "api/v1/links/bulk", BULK_CONNECTIONS,
        BULK);
    Samples forced = new Samples();
    for (int round = 0; round <= options.rounds(); round++) {
      System.err.println(round == 0 ? "creates: warming up" : "creates: round " + round + " of " + options.rounds());
      boolean counts = round > 0;
      double perSecond = disk.perSecond(options.seconds());
      if (counts) {
        forced.add(perSecond);
      }
      single.turn(options.seconds(), counts);
      bulk.turn(options.seconds(), counts);
    }
    findings.add(check((long) server.metric(MADE), single, bulk));
    server.stop();
    String command = options.command("creates");
    Reference reference = new Reference(ForcedAppends.NAME, forced);
    single.figures(findings, "one a request", reference, command);
    bulk.figures(findings, "1,000 a request", reference, command);
  }

  private static Check check(long made, Lane single, Lane bulk) {
    long acknowledged = single.acknowledged + bulk.acknowledged;
    long underWay = single.underWay + bulk.underWay;
    long failed = single.turns.failed() + bulk.turns.failed();
    return new Check("Every link was made", failed == 0 && made >= acknowledged && made <= acknowledged + underWay,
        ("%,d made, %,d acknowledged to wrk, %,d requests failed. wrk does not count the up to %,d links that were under way"
            + " when its runs ended.").formatted(made, acknowledged, failed, underWay));
  }

  /** One way to create links. */
  private static final class Lane {
    private final HexlinkServer server;
    private final Wrk wrk;
    private final Path script;
    private final String path;
    private final int connections;
    private final int linksPerRequest;
    private final Turns turns = new Turns();
    private long acknowledged;
    private long underWay;

    Lane(HexlinkServer server, Wrk wrk, Path script, String path, int connections, int linksPerRequest) {
      this.server = server;
      this.wrk = wrk;
      this.script = script;
      this.path = path;
      this.connections = connections;
      this.linksPerRequest = linksPerRequest;
    }

    void turn(int seconds, boolean counts) throws IOException, InterruptedException {
      Load load = wrk.load(server.process(), script, server.url() + path, connections, seconds);
      acknowledged += load.succeeded() * linksPerRequest;
      underWay += (long) connections * linksPerRequest;
      turns.add(load, counts);
      server.awaitSteady(MADE);
    }

    void figures(Findings findings, String how, Reference reference, String command) {
      findings.add(new Figure("Links created per second, " + how, Unit.PER_SECOND,
          turns.perSecond().times(linksPerRequest), reference, command));
      findings.add(new Figure("CPU per link, " + how, Unit.MICROS, turns.cpuMicros().times(1.0 / linksPerRequest),
          null, command));
      findings.add(new Figure("Create, p50, " + how, Unit.MILLIS, turns.p50(), null, command));
      findings.add(new Figure("Create, p99, " + how, Unit.MILLIS, turns.p99(), null, command));
    }
  }
}
