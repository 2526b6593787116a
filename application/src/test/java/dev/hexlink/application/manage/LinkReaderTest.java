package dev.hexlink.application.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.LinkView;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.VisitCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkReaderTest {
  private final Link followed = Samples.link("followed");
  private final Link quiet = Samples.link("quiet");
  private final HeapLinks links = new HeapLinks();
  private final HeapVisits visits = new HeapVisits();
  private final HeapLive live = new HeapLive();
  private final LinkReader reader = new LinkReader(links, visits, live, new MutableClock());

  LinkReaderTest() {
    links.hold(followed, quiet, Samples.link("gone").retired(MutableClock.START));
    visits.settle(List.of(new ClassifiedVisit(Samples.visit(new Epoch(1, 1), 0, followed), Traits.UNKNOWN)));
    live.increment(followed.key());
  }

  @Test
  void showsALinkWithItsCounts() {
    assertThat(reader.read(followed.key()))
        .contains(new LinkView(followed, new VisitCounts(1, 0), 1, MutableClock.START));
    assertThat(reader.read(quiet.key())).contains(new LinkView(quiet, VisitCounts.NONE, 0, MutableClock.START));
    assertThat(reader.read(Samples.key("nobodys"))).isEmpty();
    assertThat(reader.read(Samples.key("gone"))).isPresent();
  }

  @Test
  void listsLinksWithTheirCounts() {
    LinkQuery all = new LinkQuery(10, null, List.of(), List.of(), null);

    assertThat(reader.list(all).links()).extracting(LinkView::link).containsExactly(quiet, followed);
    assertThat(reader.list(all).hasMore()).isFalse();
    assertThat(reader.list(new LinkQuery(1, null, List.of(), List.of(), null)).hasMore()).isTrue();
  }

  @Test
  void saysWhenTheStoreIsDownRatherThanThatThereIsNothing() {
    visits.outage.begin();
    assertThatThrownBy(() -> reader.read(followed.key())).isInstanceOf(VisitsUnavailable.class);
    links.outage.begin();
    assertThatThrownBy(() -> reader.read(followed.key())).isInstanceOf(LinksUnavailable.class);
  }
}
