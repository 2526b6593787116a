package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Redis is emptied under load: first alone, then while an instance comes back that remembers nothing either. Each instance may ask the store for a
 * link once.
 */
final class Flush implements Proof {
  private static final int CODES = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final double HIT_MARK = 0.95;
  private static final double WARM_MARK = 0.99;
  private static final double RECOVERY_MARK = 60;
  private static final double P99 = 0.99;
  private static final String LOADS = "hexlink_store_loads_total";
  private static final String REDIRECTS = "hexlink_redirects_total";

  private final ProofOptions options;

  Flush(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    Marks marks = new Marks(options, findings);
    try (Stage stage = Stage.set(folder, options.seed())) {
      stage.prepare(CODES);
      Fleet fleet = stage.fleet();
      Instance front = fleet.fronts().getFirst();
      OpenLoop load = stage.redirects(options.rate(), new Random(options.seed()));
      load.begin();
      Thread.sleep(WARM_UP);
      look(marks, "Redis emptied", stage, () -> fleet.redis().flushAll());
      look(marks, "Redis emptied and " + front.name() + " restarted", stage, () -> {
        front.kill();
        fleet.redis().flushAll();
        front.launch();
        front.awaitReady();
      });
      load.end();
      stage.awaitLateAnswers();
      marks.exact(Audit.of(stage), Balance.atRest(fleet, Duration.ofMinutes(3)));
    }
  }

  private void look(Marks marks, String what, Stage stage, Runnable mishap) throws InterruptedException {
    System.err.println("flush: " + what);
    List<Instance> fronts = stage.fleet().fronts();
    double[] before = loads(fronts);
    long begun = System.nanoTime();
    mishap.run();
    double recovered = recovery(fronts);
    Thread.sleep(Duration.ofSeconds(options.seconds()));
    double[] after = loads(fronts);
    double most = 0;
    for (int i = 0; i < before.length; i++) {
      most = Math.max(most, after[i] < before[i] ? after[i] : after[i] - before[i]); // what was restarted counts from 0
    }
    List<Entry> entries = stage.diary().between(begun, System.nanoTime());
    long errors = entries.stream().mapToLong(Entry::serverErrors).sum();
    marks.figure(what + ": look-ups in the store by one instance, of " + CODES + " links", Unit.COUNT, most);
    marks.figure(what + ": hit rate above 95 % again after", Unit.SECONDS, recovered);
    marks.figure(what + ": redirects per second", Unit.PER_SECOND,
        entries.size() / ((System.nanoTime() - begun) / 1e9));
    marks.figure(what + ": redirect, p99", Unit.MILLIS, Quantile.millis(entries, P99));
    marks.check(what + ": an instance looks each link up at most once", most <= CODES,
        "%,.0f of %,d".formatted(most, CODES));
    marks.check(what + ": no server error", errors == 0, "%,d of %,d".formatted(errors, entries.size()));
    marks.check(what + ": the hit rate recovers within a minute", recovered <= RECOVERY_MARK,
        "%.1f s".formatted(recovered));
    double rate = hitRate(fronts);
    marks.check(what + ": at least 99 % are answered without the store then", rate >= WARM_MARK,
        "%.3f %%".formatted(rate * 100));
  }

  /** How many seconds it takes until a second passes in which 95 % are answered without the store. */
  private static double recovery(List<Instance> fronts) throws InterruptedException {
    long begun = System.nanoTime();
    double rate = hitRate(fronts);
    while (!(rate >= HIT_MARK) && System.nanoTime() - begun < 2 * RECOVERY_MARK * 1e9) {
      rate = hitRate(fronts);
    }
    return Math.max(0, (System.nanoTime() - begun) / 1e9 - 1);
  }

  /** The share of a second's redirects that were answered without the store. */
  private static double hitRate(List<Instance> fronts) throws InterruptedException {
    double loads = Fleet.sum(fronts, LOADS);
    double redirects = Fleet.sum(fronts, REDIRECTS);
    Thread.sleep(1_000);
    return 1 - (Fleet.sum(fronts, LOADS) - loads) / (Fleet.sum(fronts, REDIRECTS) - redirects);
  }

  private static double[] loads(List<Instance> fronts) {
    return fronts.stream().mapToDouble(front -> front.metric(LOADS).orElse(0)).toArray();
  }
}
