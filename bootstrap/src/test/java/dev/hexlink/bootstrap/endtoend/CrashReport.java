package dev.hexlink.bootstrap.endtoend;

/**
 * What became of links and redirects over several crashes.
 *
 * @param attempted redirects asked for
 * @param answered redirects answered with 307
 * @param stored visits counted in the end
 * @param lost answered redirects that are not counted
 * @param duplicated counted visits that nobody asked for
 */
record CrashReport(long linksAcknowledged, long linksLost, long attempted, long answered, long stored, long lost,
    long duplicated) {
  @Override
  public String toString() {
    return "links acknowledged %d, links lost %d; redirects attempted %d, acknowledged %d, stored %d, lost %d, duplicated %d"
        .formatted(linksAcknowledged, linksLost, attempted, answered, stored, lost, duplicated);
  }
}
