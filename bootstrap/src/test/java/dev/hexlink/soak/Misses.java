package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Every redirect is the first of its code, so that no cache knows it and the store must be asked. */
final class Misses implements Proof {
  private static final int MAKERS = 32;
  private static final double P99 = 0.99;
  private static final double P99_MARK = 50;

  private final ProofOptions options;

  Misses(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    try (Stage stage = Stage.set(folder, options.seed())) {
      BlockingQueue<LinkAccount> fresh = new LinkedBlockingQueue<>();
      make(stage, options.seconds() * options.rate(), fresh);
      double before = Fleet.sum(stage.fleet().fronts(), "hexlink_store_loads_total");
      OpenLoop load = new OpenLoop(options.rate(), new Random(options.seed()), _ -> {
        LinkAccount account = fresh.poll();
        if (account != null) {
          stage.errands().followOnce(Errand.UNCACHED, account);
        }
      });
      long begun = System.nanoTime();
      load.begin();
      Thread.sleep(Duration.ofSeconds(options.seconds()));
      load.end();
      double loads = Fleet.sum(stage.fleet().fronts(), "hexlink_store_loads_total") - before;
      report(new Marks(options, findings), uncached(stage, begun), loads);
    }
  }

  private static void make(Stage stage, int links, BlockingQueue<LinkAccount> fresh) throws InterruptedException {
    List<Thread> makers = new ArrayList<>();
    for (int maker = 0; maker < MAKERS; maker++) {
      makers.add(Thread.ofVirtual().start(() -> {
        try {
          while (fresh.size() < links) {
            stage.errands().makePlain().ifPresent(fresh::add);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }));
    }
    for (Thread maker : makers) {
      maker.join();
    }
  }

  private static List<Entry> uncached(Stage stage, long begun) {
    return stage.diary().between(begun, System.nanoTime()).stream().filter(entry -> entry.errand() == Errand.UNCACHED)
        .toList();
  }

  private void report(Marks marks, List<Entry> entries, double loads) {
    double p99 = Quantile.millis(entries, P99);
    marks.figure("Uncached redirect, p50, at %,d misses/s".formatted(options.rate()), Unit.MILLIS,
        Quantile.millis(entries, 0.5));
    marks.figure("Uncached redirect, p99, at %,d misses/s".formatted(options.rate()), Unit.MILLIS, p99);
    marks.check("Each asked the store", loads >= entries.size() * P99,
        "%,.0f looked up in the store, %,d asked".formatted(loads, entries.size()));
    marks.check("Each was answered", entries.stream().allMatch(Entry::isAnswered),
        "%,d were not".formatted(entries.stream().filter(entry -> !entry.isAnswered()).count()));
    marks.inTime("The p99 stays below 50 ms", p99, P99_MARK, Unit.MILLIS);
  }
}
