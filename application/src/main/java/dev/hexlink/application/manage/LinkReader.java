package dev.hexlink.application.manage;

import dev.hexlink.application.api.LinkView;
import dev.hexlink.application.api.LinkViewPage;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows links with their counts. */
public final class LinkReader implements ReadLinks {
  private final Links links;
  private final Visits visits;
  private final LiveCounters live;
  private final InstantSource clock;

  public LinkReader(Links links, Visits visits, LiveCounters live, InstantSource clock) {
    this.links = links;
    this.visits = visits;
    this.live = live;
    this.clock = clock;
  }

  @Override
  public Optional<LinkView> read(LinkKey key) {
    return links.find(key).map(this::view);
  }

  @Override
  public LinkViewPage list(LinkQuery query) {
    LinkPage page = links.list(query);
    return new LinkViewPage(views(page.links()), page.hasMore());
  }

  LinkView view(Link link) {
    return views(List.of(link)).getFirst();
  }

  private List<LinkView> views(List<Link> shown) {
    Instant asOf = clock.instant();
    Map<LinkId, VisitCounts> counts = visits.counts(shown.stream().map(Link::id).toList());
    Map<LinkKey, Long> unsettled = live.counts(shown.stream().map(Link::key).toList());
    return shown.stream()
        .map(link -> new LinkView(link, counts.getOrDefault(link.id(), VisitCounts.NONE),
            unsettled.getOrDefault(link.key(), 0L), asOf))
        .toList();
  }
}
