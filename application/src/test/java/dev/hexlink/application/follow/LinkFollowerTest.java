package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.Following;
import dev.hexlink.application.fakes.HeapBudget;
import dev.hexlink.application.fakes.HeapCache;
import dev.hexlink.application.fakes.HeapInstallation;
import dev.hexlink.application.fakes.HeapJournal;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkFollowerTest {
  private static final Instant NOW = MutableClock.START;
  private static final Following UNKNOWN = new Following.Unknown();
  private static final Following EXPIRED = new Following.Gone(Following.Why.EXPIRED);
  private static final Following RETIRED = new Following.Gone(Following.Why.RETIRED);
  private static final Following USED_UP = new Following.Gone(Following.Why.USED_UP);

  private final Link plain = Samples.link("plain");
  private final Link counted = Samples.link("counted", Window.ALWAYS, 3L);
  private final HeapLinks links = new HeapLinks();
  private final HeapCache near = new HeapCache();
  private final HeapBudget budget = new HeapBudget();
  private final HeapJournal journal = new HeapJournal();
  private final MutableClock clock = new MutableClock();
  private final LinkFollower follower = follower(journal);

  LinkFollowerTest() {
    links.hold(plain, counted);
  }

  private LinkFollower follower(HeapJournal over) {
    Routes routes = new Routes(links, near, null, Thread::startVirtualThread, Duration.ofSeconds(30), 64, clock);
    VisitRecorder recorder = new VisitRecorder(over, new HeapLive(),
        new VisitorHash(new HeapInstallation(), clock, Seeds.fresh()));
    return new LinkFollower(routes, new BudgetKeeper(budget), recorder, clock, Thread::startVirtualThread);
  }

  @Test
  void cannotTellAtOnceWhatIsNotInMemory() {
    assertThat(now(plain.key())).isNull();
    assertThat(journal.all()).isEmpty();
  }

  @Test
  void followsAPlainLinkThatIsInMemoryAtOnceAndCountsItOnce() {
    near.put(plain.route());

    assertThat(now(plain.key())).isEqualTo(new Following.To(plain.route()));
    assertThat(journal.all()).hasSize(1);
    assertThat(journal.all().getFirst().facts().at()).isEqualTo(NOW);
    assertThat(follower.nearHits()).isEqualTo(1);
    assertThat(follower.nearMisses()).isZero();
    assertThat(follower.redirects()).isEqualTo(1);
    assertThat(links.finds).hasValue(0);
  }

  @Test
  void followsTheLongWayAndCountsOnce() {
    assertThat(follow(plain.key())).isEqualTo(new Following.To(plain.route()));

    assertThat(journal.all()).hasSize(1);
    assertThat(follower.nearHits()).isZero();
    assertThat(follower.nearMisses()).isEqualTo(1);
    assertThat(follower.redirects()).isEqualTo(1);
    assertThat(now(plain.key())).as("remembered now").isNotNull();
  }

  @Test
  void countsAnUnknownKeyInMemoryAsAHitAndAsNoVisit() {
    near.putUnknown(Samples.key("nobodys"));

    assertThat(now(Samples.key("nobodys"))).isEqualTo(UNKNOWN);
    assertThat(follow(Samples.key("alsoNobodys"))).isEqualTo(UNKNOWN);
    assertThat(journal.all()).isEmpty();
    assertThat(follower.nearHits()).isEqualTo(1);
    assertThat(follower.redirects()).isZero();
  }

  @Test
  void showsALinkOnlyWithinItsWindow() {
    Link windowed = Samples.link("windowed", new Window(NOW.plusSeconds(10), NOW.plusSeconds(20)), null);
    links.hold(windowed);
    near.put(windowed.route());

    assertThat(now(windowed.key())).isEqualTo(UNKNOWN);
    assertThat(follow(windowed.key())).isEqualTo(UNKNOWN);
    clock.advance(Duration.ofSeconds(10));
    assertThat(now(windowed.key())).isEqualTo(new Following.To(windowed.route()));
    clock.advance(Duration.ofMillis(9_999));
    assertThat(follow(windowed.key())).isEqualTo(new Following.To(windowed.route()));
    clock.advance(Duration.ofMillis(1));
    assertThat(now(windowed.key())).isEqualTo(EXPIRED);
    assertThat(follow(windowed.key())).isEqualTo(EXPIRED);
    assertThat(journal.all()).hasSize(2);
  }

  @Test
  void showsThatALinkWasRetired() {
    Link retired = Samples.link("retired").retired(NOW);
    links.hold(retired);

    assertThat(follow(retired.key())).isEqualTo(RETIRED);
    assertThat(now(retired.key())).isEqualTo(RETIRED);
    assertThat(journal.all()).isEmpty();
  }

  @Test
  void spendsABudgetAndThenNoMore() {
    near.put(counted.route());
    assertThat(now(counted.key())).as("a budget may block").isNull();

    List<Following> all = Race.of(32, _ -> follow(counted.key()));
    assertThat(all).filteredOn(new Following.To(counted.route())::equals).hasSize(3);
    assertThat(all).filteredOn(USED_UP::equals).hasSize(29);
    assertThat(journal.all()).hasSize(3);
    assertThat(follower.redirects()).isEqualTo(3);
  }

  @Test
  void takesNothingFromTheBudgetOfALinkThatHasExpired() {
    Link expired = Samples.link("expired", new Window(null, NOW), 3L);
    links.hold(expired);

    assertThat(follow(expired.key())).isEqualTo(EXPIRED);
    assertThat(budget.calls()).isZero();
  }

  @Test
  void doesNotRedirectWhenNobodyKnowsWhetherABudgetHasAVisitLeft() {
    budget.outage.begin();

    assertThatThrownBy(() -> follow(counted.key())).hasCauseInstanceOf(VisitBudgetUnavailable.class);
    assertThat(journal.all()).isEmpty();
    assertThat(follower.redirects()).isZero();
  }

  @Test
  void saysWhenTheStoreIsDown() {
    links.outage.begin();

    assertThatThrownBy(() -> follow(plain.key())).hasCauseInstanceOf(LinksUnavailable.class);
    assertThatThrownBy(() -> follower.peek(plain.key()).join()).hasCauseInstanceOf(LinksUnavailable.class);
  }

  @Test
  void redirectsThoughTheVisitCannotBeRecorded() {
    near.put(plain.route());
    journal.outage.begin();

    assertThat(now(plain.key())).isEqualTo(new Following.To(plain.route()));
    assertThat(follow(plain.key())).isEqualTo(new Following.To(plain.route()));
    assertThat(follow(counted.key())).isEqualTo(new Following.To(counted.route()));
    assertThat(follower.redirects()).isEqualTo(3);
  }

  @Test
  void takesTheLongWayWhereTheJournalWaitsForTheDisk() {
    HeapJournal waiting = new HeapJournal(true);
    LinkFollower overWaiting = follower(waiting);
    near.put(plain.route());
    assertThat(overWaiting.followNow(plain.key(), Samples.visitor())).isNull();

    waiting.disk.shut();
    CompletableFuture<Following> following = overWaiting.follow(plain.key(), Samples.visitor());
    waiting.disk.awaitHeld(1);
    assertThat(following).isNotDone();
    waiting.disk.open();
    assertThat(following.join()).isEqualTo(new Following.To(plain.route()));
    assertThat(waiting.all()).hasSize(1);
  }

  @Test
  void peeksWithoutCounting() {
    assertThat(follower.peek(plain.key()).join()).isEqualTo(new Following.To(plain.route()));
    assertThat(follower.peek(counted.key()).join()).isEqualTo(new Following.To(counted.route()));
    assertThat(follower.peek(Samples.key("nobodys")).join()).isEqualTo(UNKNOWN);

    assertThat(journal.all()).isEmpty();
    assertThat(budget.calls()).isZero();
    assertThat(follower.redirects()).isZero();
    assertThat(follower.nearHits()).isZero();
    assertThat(follower.nearMisses()).isZero();
  }

  private @Nullable Following now(LinkKey key) {
    return follower.followNow(key, Samples.visitor());
  }

  private Following follow(LinkKey key) {
    return follower.follow(key, Samples.visitor()).join();
  }
}
