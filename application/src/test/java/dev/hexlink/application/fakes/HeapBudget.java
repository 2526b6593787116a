package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.LinkId;
import java.util.HashMap;
import java.util.Map;

/** Budgets in the heap. */
public final class HeapBudget implements VisitBudget {
  public final Outage outage = new Outage(() -> new VisitBudgetUnavailable("switched off", new Exception("outage")));
  private final Map<LinkId, Long> taken = new HashMap<>();
  private int calls;

  @Override
  public synchronized int take(LinkId link, long allowed, int units) {
    calls++;
    outage.check();
    long before = taken.getOrDefault(link, 0L);
    int granted = Math.clamp(allowed - before, 0, units);
    taken.put(link, before + granted);
    return granted;
  }

  public synchronized int calls() {
    return calls;
  }
}
