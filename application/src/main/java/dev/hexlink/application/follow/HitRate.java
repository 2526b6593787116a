package dev.hexlink.application.follow;

import java.util.function.LongSupplier;

/** Which part of the redirects was answered without the store, sampled from time to time; a time in which little happened says nothing. */
public final class HitRate {
  private static final long LEAST_REDIRECTS = 50;

  private final LongSupplier redirects;
  private final LongSupplier storeLoads;
  private long redirectsBefore;
  private long loadsBefore;
  private volatile double last = 1;

  /**
   * @param redirects how many redirects were answered
   * @param storeLoads how many links the store was asked for and had
   */
  public HitRate(LongSupplier redirects, LongSupplier storeLoads) {
    this.redirects = redirects;
    this.storeLoads = storeLoads;
  }

  /** Looks at what happened since the last sample, if it was enough to say something. */
  public void sample() {
    long redirectsNow = redirects.getAsLong();
    long loadsNow = storeLoads.getAsLong();
    long answered = redirectsNow - redirectsBefore;
    if (answered < LEAST_REDIRECTS) {
      return;
    }
    last = Math.max(0, 1 - (double) (loadsNow - loadsBefore) / answered);
    redirectsBefore = redirectsNow;
    loadsBefore = loadsNow;
  }

  /** The rate of the last sample, 0 to 1; 1 before there was any. */
  public double last() {
    return last;
  }
}
