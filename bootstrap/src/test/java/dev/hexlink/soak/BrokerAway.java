package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** RabbitMQ is away for a while under steady redirects: they go on as before, and the visits that gathered are stored soon after its return. */
final class BrokerAway implements Proof {
  private static final int CODES = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration BEFORE = Duration.ofSeconds(20);
  private static final Duration REST_PATIENCE = Duration.ofMinutes(3);
  private static final double DRAINED_MARK = 60;
  private static final double SECONDS_UNDER_WAY = 3;
  private static final double P99 = 0.99;

  private final ProofOptions options;

  BrokerAway(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    try (Stage stage = Stage.set(folder, options.seed())) {
      stage.prepare(CODES);
      OpenLoop load = stage.redirects(options.rate(), new Random(options.seed()));
      load.begin();
      Thread.sleep(WARM_UP);
      long begun = System.nanoTime();
      Thread.sleep(BEFORE);
      long gone = System.nanoTime();
      System.err.println("broker-away: RabbitMQ is killed");
      stage.fleet().broker().kill();
      Thread.sleep(Duration.ofSeconds(options.seconds()));
      double waiting = Fleet.sum(stage.fleet().fronts(), "hexlink_visits_unsettled");
      long starting = System.nanoTime();
      stage.fleet().broker().start();
      double drained = drained(stage);
      load.end();
      stage.awaitLateAnswers();
      Marks marks = new Marks(options, findings);
      report(marks, stage.diary().between(begun, gone), stage.diary().between(gone, starting), waiting, drained);
      marks.exact(atRest(stage), Balance.of(stage.fleet()));
      marks.check("The load was steady", load.withheld() == 0, "%,d redirects withheld".formatted(load.withheld()));
    }
  }

  /** How many seconds after the return no more visits wait than what the load makes in a moment. */
  private double drained(Stage stage) throws InterruptedException {
    long returned = System.nanoTime();
    double enough = options.rate() * SECONDS_UNDER_WAY;
    double waiting;
    do {
      Thread.sleep(250);
      waiting = Fleet.sum(stage.fleet().fronts(), "hexlink_visits_unsettled");
    } while (!(waiting <= enough) && System.nanoTime() - returned < REST_PATIENCE.toNanos());
    return (System.nanoTime() - returned) / 1e9;
  }

  private static Audit atRest(Stage stage) throws IOException, InterruptedException {
    Balance.atRest(stage.fleet(), REST_PATIENCE);
    return Audit.of(stage);
  }

  private void report(Marks marks, List<Entry> before, List<Entry> away, double waiting, double drained) {
    double usual = Quantile.millis(before, P99);
    double meanwhile = Quantile.millis(away, P99);
    marks.figure("Redirect, p99, RabbitMQ away", Unit.MILLIS, meanwhile, "with RabbitMQ", usual);
    marks.figure("Redirects asked per second, RabbitMQ away", Unit.PER_SECOND,
        (double) away.size() / options.seconds());
    marks.figure("Visits that waited at its return", Unit.COUNT, waiting);
    marks.figure("Until they were stored, under load", Unit.SECONDS, drained);
    marks.check("Every redirect is answered meanwhile", away.stream().allMatch(Entry::isAnswered),
        "%,d of %,d were not".formatted(away.stream().filter(entry -> !entry.isAnswered()).count(), away.size()));
    marks.inTime("The p99 stays within twice what it was", meanwhile, 2 * usual, Unit.MILLIS);
    marks.inTime("The visits are stored within a minute of its return", drained, DRAINED_MARK, Unit.SECONDS);
  }
}
