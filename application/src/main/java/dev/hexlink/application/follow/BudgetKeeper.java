package dev.hexlink.application.follow;

import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.domain.link.LinkId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Spends visit budgets. A large budget is taken from the store a few units at a time, which a crash may lose; a small one unit by unit, so that it
 * is used to the last.
 */
public final class BudgetKeeper {
  private static final int MOST_UNITS = 50;
  private static final int SHARE = 200;
  private static final int MOST_REMEMBERED = 10_000;

  private record Purse(LinkId link, long allowed) {}

  private final VisitBudget budgets;
  private final ConcurrentMap<Purse, Integer> left = new ConcurrentHashMap<>();

  public BudgetKeeper(VisitBudget budgets) {
    this.budgets = budgets;
  }

  /**
   * Spends one visit; false when the budget is used up. Blocks.
   *
   * @throws dev.hexlink.application.spi.VisitBudgetUnavailable if nobody can tell
   */
  public boolean spend(LinkId link, long allowed) {
    Purse purse = new Purse(link, allowed);
    if (spendRemembered(purse)) {
      return true;
    }
    int most = left.size() < MOST_REMEMBERED ? MOST_UNITS : 1;
    int granted = budgets.take(link, allowed, Math.clamp(allowed / SHARE, 1, most));
    if (granted > 1) {
      left.merge(purse, granted - 1, Integer::sum);
    }
    return granted > 0;
  }

  private boolean spendRemembered(Purse purse) {
    boolean[] spent = {false};
    left.computeIfPresent(purse, (_, units) -> {
      spent[0] = true;
      return units > 1 ? units - 1 : null;
    });
    return spent[0];
  }
}
