package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Impossible;
import dev.hexlink.benchmarks.Samples;
import dev.hexlink.benchmarks.Unit;
import dev.hexlink.bootstrap.endtoend.Api;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A link is followed once in a while, and its statistics are read until they show it. */
final class Lag implements Proof {
  private static final int ROUNDS = 20;
  private static final double MARK = 3;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final ProofOptions options;

  Lag(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    try (Stage stage = Stage.set(folder, options.seed())) {
      LinkAccount account = stage.errands().makeIdempotent().orElseThrow(() -> new Impossible("no link could be made"));
      Samples seconds = new Samples();
      for (int round = 0; round < ROUNDS; round++) {
        stage.errands().followOnce(Errand.UNCACHED, account);
        seconds.add(untilShown(stage, account));
        Thread.sleep(200);
      }
      Marks marks = new Marks(options, findings);
      marks.figure("From a visit to the statistics", Unit.SECONDS, seconds);
      marks.inTime("Visits reach statistics within 3 s", seconds.most(), MARK, Unit.SECONDS);
    }
  }

  private static double untilShown(Stage stage, LinkAccount account) throws InterruptedException {
    long followed = System.nanoTime();
    while (total(stage, account) < account.acknowledged()) {
      if (System.nanoTime() - followed > PATIENCE) {
        throw new Impossible("a visit is not in the statistics after 30 s");
      }
      Thread.sleep(20);
    }
    return (System.nanoTime() - followed) / 1e9;
  }

  private static long total(Stage stage, LinkAccount account) throws InterruptedException {
    Answer answer = stage.client().ask(Ask.get("/api/v1/links/" + account.code() + "/stats")).answer()
        .orElseThrow(() -> new Impossible("no statistics were answered"));
    return Api.json(answer).get("total").asLong();
  }
}
