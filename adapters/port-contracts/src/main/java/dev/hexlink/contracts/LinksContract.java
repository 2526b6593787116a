package dev.hexlink.contracts;

import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Link;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Links} keeps to. */
public interface LinksContract extends LinksInsertionCases, LinksConditionCases, LinksChangeCases, LinksListCases {
  @Test
  default void anOutageIsSaidAndNeverReadAsAbsence(Seeded some) {
    Links links = Outage.of(unreachableLinks());
    Link link = some.link();
    Instant now = link.createdAt();
    isSaid(() -> links.insert(List.of(link)));
    isSaid(() -> links.insertEach(List.of(new Insertion(link, some.mark(), false))));
    isSaid(() -> links.find(link.key()));
    isSaid(() -> links.replace(link.retired(now)));
    isSaid(() -> links.list(new LinkQuery(10, null, List.of(), List.of(), null)));
    isSaid(() -> links.changesAfter(0, 10));
    isSaid(links::latestChange);
    isSaid(() -> links.highestValue(new Stack("contract", 0)));
  }

  private static void isSaid(ThrowingCallable call) {
    Outage.isSaid(LinksUnavailable.class, call);
  }
}
