package dev.hexlink.benchmarks;

/**
 * What came of loading a server.
 *
 * @param requests those that were answered, with whatever status
 * @param refused those that were answered with a status of 400 or more
 * @param broken connections that failed, or were not answered in time
 * @param p50 the median time to an answer, in milliseconds
 * @param p99 the time that 99 of 100 answers kept, in milliseconds
 * @param cpuSeconds what the server used meanwhile
 */
record Load(long requests, double seconds, long refused, long broken, double p50, double p99, double cpuSeconds) {
  long succeeded() {
    return requests - refused;
  }

  long failed() {
    return refused + broken;
  }

  double perSecond() {
    return succeeded() / seconds;
  }

  double cpuMicros() {
    return cpuSeconds * 1e6 / Math.max(1, requests);
  }
}
