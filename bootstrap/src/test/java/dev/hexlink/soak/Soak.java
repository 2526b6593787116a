package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A fleet under steady load, to which one mishap after the other happens; in the end the client's books are compared with the store. */
final class Soak implements Proof {
  private static final int CACHED_CODES = 100;
  private static final Duration REST_PATIENCE = Duration.ofMinutes(3);
  private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(5);

  private final ProofOptions options;

  Soak(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    System.err.println("soak: seed " + options.seed());
    Random random = new Random(options.seed());
    try (Stage stage = Stage.set(folder, options.seed())) {
      Plan plan = Plan.of(stage.fleet(), options.seconds(), random);
      plan.mishaps().forEach(System.err::println);
      stage.prepare(CACHED_CODES);
      OpenLoop traffic = Traffic.on(stage, options.rate(), random);
      List<Episode> episodes = underLoad(traffic, new Havoc(stage.fleet(), stage.diary()), plan);
      stage.awaitLateAnswers();
      stage.fleet().instances().forEach(Instance::awaitReady);
      long loadOff = System.nanoTime();
      Balance balance = Balance.atRest(stage.fleet(), REST_PATIENCE);
      double secondsToRest = (System.nanoTime() - loadOff) / 1e9;
      new SoakReport(stage.diary(), episodes, Audit.of(stage), balance, secondsToRest, traffic.withheld())
          .write(options, findings);
    }
  }

  private static List<Episode> underLoad(OpenLoop traffic, Havoc havoc, Plan plan) throws InterruptedException {
    traffic.begin();
    try {
      Thread.sleep(BEFORE_AND_AFTER);
      List<Episode> episodes = havoc.run(plan);
      Thread.sleep(BEFORE_AND_AFTER);
      return episodes;
    } finally {
      traffic.end();
    }
  }
}
