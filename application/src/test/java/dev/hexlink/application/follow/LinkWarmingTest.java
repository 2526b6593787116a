package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.WarmLinks.Pinning;
import dev.hexlink.application.api.WarmLinks.Warmed;
import dev.hexlink.application.fakes.HeapCache;
import dev.hexlink.application.fakes.HeapHotLinks;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkWarmingTest {
  private static final Settings.Warming SETTINGS = new Settings.Warming(10, 5, Duration.ofDays(1),
      Duration.ofMinutes(10));
  private final List<Link> all = IntStream.range(0, 30).mapToObj(i -> Samples.link("code" + i)).toList();
  private final HeapLinks links = new HeapLinks();
  private final HeapHotLinks hot = new HeapHotLinks();
  private final HeapCache near = new HeapCache();
  private final HeapCache shared = new HeapCache();
  private final MutableClock clock = new MutableClock();
  private final Routes routes = new Routes(links, near, shared, Thread::startVirtualThread, Duration.ofSeconds(10), 64,
      clock);
  private long redirects;
  private long loads;
  private final HitRate rate = new HitRate(() -> redirects, () -> loads);

  LinkWarmingTest() {
    all.forEach(link -> {
      links.hold(link);
      hot.routes.add(link.route());
    });
  }

  private LinkWarming warming(Settings.Warming settings) {
    return new LinkWarming(hot, links, routes, rate, settings, clock, Seeds.fresh());
  }

  @Test
  void remembersHotOnesPinnedOnesAndSomeByChance() {
    hot.pin(all.getLast().id());
    warming(SETTINGS).look();

    assertThat(near.routes()).containsKeys(all.subList(0, 10).stream().map(Link::key).toArray(LinkKey[]::new))
        .containsKey(all.getLast().key()).hasSizeBetween(11, 16);
    assertThat(shared.routes()).isEqualTo(near.routes());
  }

  @Test
  void comesAgainWhenItIsTime() {
    LinkWarming warming = warming(SETTINGS);
    warming.look();
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    warming.look();
    assertThat(warming.rounds()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    warming.look();
    assertThat(warming.rounds()).isEqualTo(2);
  }

  @Test
  void comesSoonerWhenTooManyRedirectsAskTheStore() {
    LinkWarming warming = warming(SETTINGS);
    warming.look();
    redirects += 1_000;
    loads += 60;
    clock.advance(Duration.ofSeconds(19));
    warming.look();
    assertThat(warming.rounds()).as("not at once again").isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    warming.look();
    assertThat(warming.rounds()).isEqualTo(2);

    redirects += 1_000;
    loads += 50;
    clock.advance(Duration.ofSeconds(20));
    warming.look();
    assertThat(warming.rounds()).as("95 of 100 is enough").isEqualTo(2);
  }

  @Test
  void neverComesWhenItIsSwitchedOff() {
    LinkWarming warming = warming(Settings.Warming.NONE);
    redirects += 1_000;
    loads += 1_000;
    warming.look();

    assertThat(warming.rounds()).isZero();
    assertThat(near.routes()).isEmpty();
  }

  @Test
  void goesOnAfterAnOutage() {
    LinkWarming warming = warming(SETTINGS);
    hot.outage.begin();
    warming.look();
    assertThat(warming.rounds()).isZero();
    hot.outage.end();
    clock.advance(Duration.ofMinutes(10));
    warming.look();

    assertThat(warming.rounds()).isEqualTo(1);
  }

  @Test
  void remembersNoneThatWasDroppedWhileItWasRead() {
    Link link = all.getFirst();
    routes.remember(() -> {
      routes.forgetEverywhere(List.of(link.key()));
      return List.of(link.route(), all.getLast().route());
    });

    assertThat(near.routes()).containsOnlyKeys(all.getLast().key());
    assertThat(shared.routes()).containsOnlyKeys(all.getLast().key());
  }

  @Test
  void remembersNoneThatAnotherInstanceDroppedWhileItWasRead() {
    Link link = all.getFirst();
    routes.remember(() -> {
      shared.droppedElsewhere(link.key());
      return List.of(link.route());
    });

    assertThat(near.routes()).isEmpty();
    assertThat(shared.routes()).isEmpty();
  }

  @Test
  void warmsWhatIsNamedAndTellsWhatIsUnknown() {
    LinkKey nobodys = Samples.key("nobodys");
    List<LinkKey> named = new ArrayList<>(all.stream().map(Link::key).toList());
    named.add(nobodys);

    assertThat(warming(SETTINGS).warm(named)).isEqualTo(new Warmed(30, List.of(nobodys)));
    assertThat(near.routes()).hasSize(31);
    assertThat(shared.routes()).hasSize(31);
  }

  @Test
  void saysAnOutageRatherThanUnknown() {
    links.outage.begin();

    assertThatThrownBy(() -> warming(SETTINGS).warm(List.of(all.getFirst().key())))
        .isInstanceOf(LinksUnavailable.class);
  }

  @Test
  void pinsLinksInServiceAlone() {
    LinkWarming warming = warming(SETTINGS);
    Link retired = Samples.link("retired").retired(clock.instant());
    links.hold(retired);

    assertThat(warming.pin(all.getFirst().key())).isEqualTo(Pinning.PINNED);
    assertThat(warming.pin(retired.key())).isEqualTo(Pinning.NO_SUCH_LINK);
    assertThat(warming.pin(Samples.key("nobodys"))).isEqualTo(Pinning.NO_SUCH_LINK);
    assertThat(warming.pinned()).containsExactly(all.getFirst().route());
    assertThat(warming.unpin(all.getFirst().key())).isTrue();
    assertThat(warming.unpin(Samples.key("nobodys"))).isFalse();
    assertThat(warming.pinned()).isEmpty();
  }
}
