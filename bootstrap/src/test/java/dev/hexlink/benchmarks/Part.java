package dev.hexlink.benchmarks;

/** A benchmark by the name it is asked for. Memory is measured around the redirects, so it runs them too. */
enum Part {
  REDIRECTS, MEMORY, CREATES, START;

  Benchmark benchmark() {
    return switch (this) {
      case REDIRECTS -> new RedirectBenchmark(true);
      case MEMORY -> new RedirectBenchmark(false);
      case CREATES -> new CreateBenchmark();
      case START -> new StartBenchmark();
    };
  }
}
