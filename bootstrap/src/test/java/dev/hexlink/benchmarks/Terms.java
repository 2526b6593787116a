package dev.hexlink.benchmarks;

import java.util.Map;

/** Under which terms a run is made and shown. */
public interface Terms {
  boolean markdown();

  /**
   * How it was measured, in a line.
   *
   * @param others the share of the machine that programs of others used meanwhile, from 0 to 1
   */
  String conditions(double others);

  /** What is kept of the terms beside the findings. */
  Map<String, Object> facts();
}
