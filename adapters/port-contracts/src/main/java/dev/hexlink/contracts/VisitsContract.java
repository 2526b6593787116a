package dev.hexlink.contracts;

import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.Link;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Visits} keeps to. */
public interface VisitsContract extends VisitsSettlementCases, VisitsForgettingCases, VisitsReadingCases {
  @Test
  default void anOutageIsSaidAndNeverReadAsNoVisits(Seeded some) {
    Visits visits = Outage.of(unreachableVisits());
    Link link = some.link();
    Instant to = some.midnight();
    Instant from = to.minusSeconds(1);
    isSaid(() -> visits.settle(some.visits(link, 3)));
    isSaid(() -> visits.quarantine(some.visits(link, 1).getFirst(), "unstorable"));
    isSaid(() -> visits.settled(some.epoch()));
    isSaid(() -> visits.counts(List.of(link.id())));
    isSaid(() -> visits.rollups(link.id(), from, to));
    isSaid(() -> visits.groups(link.id(), from, to, Trait.BROWSER, false));
    isSaid(() -> visits.uniqueVisitors(link.id(), from, to, false));
    isSaid(() -> visits.list(new VisitQuery(link.id(), from, to, false, 10, null)));
    isSaid(() -> visits.purge(link.id(), to));
    isSaid(() -> visits.dropBefore(Instant.EPOCH));
  }

  private static void isSaid(ThrowingCallable call) {
    Outage.isSaid(VisitsUnavailable.class, call);
  }
}
