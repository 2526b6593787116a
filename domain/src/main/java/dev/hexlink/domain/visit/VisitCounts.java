package dev.hexlink.domain.visit;

/**
 * How often a link was followed, as durably stored.
 *
 * @param total every visit, the automated ones included
 * @param bots the automated ones
 */
public record VisitCounts(long total, long bots) {
  public static final VisitCounts NONE = new VisitCounts(0, 0);

  public VisitCounts plus(VisitCounts other) {
    return new VisitCounts(total + other.total, bots + other.bots);
  }
}
