package dev.hexlink.application.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Changing;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.Edit;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkChangerTest {
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final Instant NOW = MutableClock.START;

  private final Link link = Samples.link("link", new Window(NOW, NOW.plusSeconds(100)), null);
  private final LinkKey key = link.key();
  private final HeapLinks links = new HeapLinks();
  private final MutableClock clock = new MutableClock();
  private final List<LinkKey> told = Collections.synchronizedList(new ArrayList<>());
  private final LinkChanger changer = new LinkChanger(links, Samples::parse,
      new LinkReader(links, new HeapVisits(), new HeapLive(), clock), clock,
      target -> target.host().equals("hex.example"), told::add);

  LinkChangerTest() {
    links.hold(link);
  }

  @Test
  void changesWhatIsAskedForAndNothingElse() {
    clock.advance(Duration.ofMillis(1_500));
    clock.advance(Duration.ofNanos(999));
    Link changed = changed(changer.change(key, titled("New"), ANY));

    assertThat(changed.title()).isEqualTo(new Title("New"));
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.updatedAt()).isEqualTo(NOW.plusMillis(1_500));
    assertThat(changed.target()).isEqualTo(link.target());
    assertThat(changed.window()).isEqualTo(link.window());
    assertThat(changed.createdAt()).isEqualTo(link.createdAt());
    assertThat(links.find(key)).contains(changed);
    assertThat(told).containsExactly(key);
  }

  @Test
  void changesTheTarget() {
    assertThat(changed(changer.change(key, to("https://other.example/"), ANY)).target())
        .hasToString("https://other.example/");
    assertThat(changer.change(key, to("nonsense"), ANY))
        .isEqualTo(new Changing.TargetRefused(TargetRefusal.MALFORMED));
    assertThat(changer.change(key, to("https://hex.example/link"), ANY))
        .isEqualTo(new Changing.TargetRefused(TargetRefusal.OWN_SHORT_LINK));
    assertThat(told).hasSize(1);
  }

  @Test
  void changesTheVersionTheCallerHasSeenAlone() {
    assertThat(changed(changer.change(key, titled("One"), OptionalLong.of(1))).version()).isEqualTo(2);

    Changing late = changer.change(key, titled("Two"), OptionalLong.of(1));
    assertThat(late).isEqualTo(new Changing.VersionConflict(links.find(key).orElseThrow()));
    assertThat(changer.retire(key, OptionalLong.of(1))).isInstanceOf(Changing.VersionConflict.class);
    assertThat(changer.restore(key, OptionalLong.of(1))).isInstanceOf(Changing.VersionConflict.class);
    assertThat(told).hasSize(1);
  }

  @Test
  void letsOneOfManyWinAVersion() {
    List<Changing> all = Race.of(32, i -> changer.change(key, titled("Title " + i), OptionalLong.of(1)));

    assertThat(all).filteredOn(Changing.Changed.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(Changing.VersionConflict.class::isInstance).hasSize(31);
  }

  @Test
  void losesNoChangeThatNamedNoVersion() {
    List<Changing> all = Race.of(10, i -> changer.change(key, titled("Title " + i), ANY));

    assertThat(all).allSatisfy(one -> assertThat(one).isInstanceOf(Changing.Changed.class));
    assertThat(links.find(key).orElseThrow().version()).isEqualTo(11);
    assertThat(told).hasSize(10);
  }

  @Test
  void givesUpOnALinkThatOthersKeepChanging() {
    HeapLinks contested = new HeapLinks() {
      @Override
      public synchronized boolean replace(Link next) {
        return false;
      }
    };
    contested.hold(link);
    LinkChanger over = new LinkChanger(contested, Samples::parse,
        new LinkReader(contested, new HeapVisits(), new HeapLive(), clock), clock, _ -> false, told::add);

    assertThatThrownBy(() -> over.change(key, titled("New"), ANY)).isInstanceOf(LinksUnavailable.class);
    assertThat(contested.finds).hasValue(10);
  }

  @Test
  void refusesAWindowThatEndsBeforeItBegins() {
    ChangeRequest request = request(null, Edit.keep(), Edit.to(NOW.plusSeconds(100)), Edit.keep());

    assertThat(changer.change(key, request, ANY)).isEqualTo(new Changing.WindowRefused());
    assertThat(
        changed(changer.change(key, request(null, Edit.keep(), Edit.to(NOW.plusSeconds(100)), Edit.to(null)), ANY))
            .window())
        .isEqualTo(new Window(NOW.plusSeconds(100), null));
  }

  @Test
  void retiresAndRestores() {
    Link retired = changed(changer.retire(key, ANY));
    assertThat(retired.retiredAt()).isEqualTo(NOW);
    assertThat(changer.retire(key, ANY)).isEqualTo(new Changing.NoSuchLink());
    assertThat(changer.change(key, titled("New"), ANY)).isEqualTo(new Changing.NoSuchLink());

    Link restored = changed(changer.restore(key, ANY));
    assertThat(restored.retiredAt()).isNull();
    assertThat(restored.version()).isEqualTo(3);
    assertThat(changed(changer.restore(key, ANY))).as("nothing was left to do").isEqualTo(restored);
    assertThat(told).hasSize(2);
  }

  @Test
  void knowsNoLinkThatIsNotThere() {
    LinkKey nobodys = Samples.key("nobodys");

    assertThat(changer.change(nobodys, titled("New"), ANY)).isEqualTo(new Changing.NoSuchLink());
    assertThat(changer.retire(nobodys, OptionalLong.of(1))).isEqualTo(new Changing.NoSuchLink());
    assertThat(changer.restore(nobodys, ANY)).isEqualTo(new Changing.NoSuchLink());
  }

  @Test
  void saysWhenTheStoreIsDown() {
    links.outage.begin();

    assertThatThrownBy(() -> changer.change(key, titled("New"), ANY)).isInstanceOf(LinksUnavailable.class);
    assertThat(told).isEmpty();
  }

  private static ChangeRequest titled(String title) {
    return request(null, Edit.to(new Title(title)), Edit.keep(), Edit.keep());
  }

  private static ChangeRequest to(String target) {
    return request(target, Edit.keep(), Edit.keep(), Edit.keep());
  }

  private static ChangeRequest request(@Nullable String target, Edit<Title> title, Edit<Instant> since,
      Edit<Instant> until) {
    return new ChangeRequest(target, title, Edit.keep(), Edit.keep(), since, until, Edit.keep(), Edit.keep());
  }

  private static Link changed(Changing changing) {
    assertThat(changing).isInstanceOf(Changing.Changed.class);
    return ((Changing.Changed) changing).link().link();
  }
}
