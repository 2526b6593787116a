package dev.hexlink.benchmarks;

import java.io.IOException;

/** Something to measure about the packaged server. */
interface Benchmark {
  void run(Options options, Workspace workspace, Findings findings) throws IOException, InterruptedException;
}
