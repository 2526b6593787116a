package dev.hexlink.domain.visit;

/** A visit with what its user agent tells. */
public record ClassifiedVisit(Visit visit, Traits traits) {
  /** Whether the visit belongs to the flagged subset of the total: a program, or a prefetch that nobody may have looked at. */
  public boolean isAutomated() {
    return traits.bot() || visit.facts().prefetch();
  }
}
