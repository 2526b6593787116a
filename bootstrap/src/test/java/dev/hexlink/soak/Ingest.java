package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Impossible;
import dev.hexlink.benchmarks.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Visits gather in the journals while RabbitMQ is away; how fast they get through the queue into the store after its return is compared with what
 * the same Postgres does with the same rows by COPY, and by one insert per visit.
 */
final class Ingest implements Proof {
  private static final int CODES = 100;
  private static final Duration REST_PATIENCE = Duration.ofMinutes(5);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final double BEGINNING = 0.1;
  private static final double END = 0.9;

  private final ProofOptions options;

  Ingest(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    try (Stage stage = Stage.set(folder, options.seed())) {
      stage.prepare(CODES);
      Balance.atRest(stage.fleet(), REST_PATIENCE);
      double before = stored(stage);
      stage.fleet().broker().kill();
      OpenLoop load = stage.redirects(options.rate(), new Random(options.seed()));
      load.begin();
      Thread.sleep(Duration.ofSeconds(options.seconds()));
      load.end();
      stage.awaitLateAnswers();
      stage.fleet().broker().start();
      double perSecond = perSecond(stage, before);
      Balance balance = Balance.atRest(stage.fleet(), REST_PATIENCE);
      Marks marks = new Marks(options, findings);
      ReferenceInserts references = new ReferenceInserts(stage.fleet().postgres());
      marks.figure("Visits per second from the journals through RabbitMQ to Postgres", Unit.PER_SECOND, perSecond,
          "COPY",
          references.copiedPerSecond());
      marks.figure("The same", Unit.PER_SECOND, perSecond, "one insert per visit", references.insertedPerSecond());
      marks.exact(Audit.of(stage), balance);
    } catch (SQLException e) {
      throw new IOException("the references could not be measured", e);
    }
  }

  /** How fast the middle of them was stored, from the first tenth to the last. */
  private static double perSecond(Stage stage, double before) throws InterruptedException {
    double all = Fleet.sum(stage.fleet().fronts(), "hexlink_visits_unsettled");
    long from = await(stage, before + BEGINNING * all);
    double first = stored(stage);
    long to = await(stage, before + END * all);
    return (stored(stage) - first) / ((to - from) / 1e9);
  }

  private static long await(Stage stage, double stored) throws InterruptedException {
    long begun = System.nanoTime();
    while (!(stored(stage) >= stored)) {
      if (System.nanoTime() - begun > PATIENCE) {
        throw new Impossible("%,.0f visits are not stored after 5 minutes".formatted(stored));
      }
      Thread.sleep(20);
    }
    return System.nanoTime();
  }

  private static double stored(Stage stage) {
    return Fleet.sum(stage.fleet().workers(), "hexlink_visits_stored_total");
  }
}
