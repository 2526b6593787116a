package dev.hexlink.benchmarks;

/** The turns that one server had under load; one that does not count, the warm-up, adds to the sums only. */
final class Turns {
  private final Samples perSecond = new Samples();
  private final Samples cpuMicros = new Samples();
  private final Samples p50 = new Samples();
  private final Samples p99 = new Samples();
  private long succeeded;
  private long failed;

  void add(Load load, boolean counts) {
    succeeded += load.succeeded();
    failed += load.failed();
    if (counts) {
      perSecond.add(load.perSecond());
      cpuMicros.add(load.cpuMicros());
      p50.add(load.p50());
      p99.add(load.p99());
    }
  }

  Samples perSecond() {
    return perSecond;
  }

  Samples cpuMicros() {
    return cpuMicros;
  }

  Samples p50() {
    return p50;
  }

  Samples p99() {
    return p99;
  }

  long succeeded() {
    return succeeded;
  }

  long failed() {
    return failed;
  }
}
