package dev.hexlink.contracts;

import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.domain.link.LinkId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Budgets on the heap, under one lock: what was taken so far. */
class HeapVisitBudget implements VisitBudget {
  final Alone alone = new Alone();
  final Map<LinkId, Long> taken = new ConcurrentHashMap<>();

  @Override
  public int take(LinkId link, long allowed, int units) {
    return alone.get(() -> {
      int granted = left(link, allowed, units);
      taken.merge(link, (long) granted, Long::sum);
      return granted;
    });
  }

  int left(LinkId link, long allowed, int units) {
    return Math.clamp(allowed - taken.getOrDefault(link, 0L), 0, units);
  }
}
