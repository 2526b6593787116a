package dev.hexlink.soak;

import java.time.Duration;
import java.util.List;

/**
 * Where the visits of all instances are, as their metrics say.
 *
 * @param letters not a number when the queue or an instance does not answer, as the others are
 */
record Balance(double appended, double settled, double unsettled, double letters, double deadLetters, double dropped) {
  private static final long LOOK_EVERY = 500;
  private static final int STEADY_LOOKS = 4;

  static Balance of(Fleet fleet) {
    List<Instance> fronts = fleet.fronts();
    return new Balance(Fleet.sum(fronts, "hexlink_visits_appended"), Fleet.sum(fronts, "hexlink_visits_settled"),
        Fleet.sum(fronts, "hexlink_visits_unsettled"), Fleet.sum(fronts, "hexlink_queue_letters"),
        Fleet.sum(fronts, "hexlink_queue_dead_letters"), Fleet.sum(fronts, "hexlink_visits_dropped_total"));
  }

  /** Waits until every visit is settled and stays so; answers the last balance if that takes too long. */
  static Balance atRest(Fleet fleet, Duration patience) throws InterruptedException {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    Balance balance = of(fleet);
    for (int steady = 0; steady < STEADY_LOOKS && System.nanoTime() < giveUpAt; balance = of(fleet)) {
      steady = balance.isAtRest() ? steady + 1 : 0;
      Thread.sleep(LOOK_EVERY);
    }
    return balance;
  }

  boolean isAtRest() {
    return unsettled == 0 && letters == 0 && appended == settled;
  }

  @Override
  public String toString() {
    return "%,.0f appended, %,.0f settled, %,.0f unsettled; %,.0f letters and %,.0f dead ones in the queue; %,.0f dropped"
        .formatted(appended, settled, unsettled, letters, deadLetters, dropped);
  }
}
