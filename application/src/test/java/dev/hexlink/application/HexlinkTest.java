package dev.hexlink.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.api.Vital;
import dev.hexlink.application.fakes.HeapBudget;
import dev.hexlink.application.fakes.HeapCache;
import dev.hexlink.application.fakes.HeapCounter;
import dev.hexlink.application.fakes.HeapHotLinks;
import dev.hexlink.application.fakes.HeapInstallation;
import dev.hexlink.application.fakes.HeapJournal;
import dev.hexlink.application.fakes.HeapKeys;
import dev.hexlink.application.fakes.HeapLimiter;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.HeapPool;
import dev.hexlink.application.fakes.HeapQueue;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.HeapWorkerNumbers;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.fakes.TestSettings;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.link.Edit;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HexlinkTest {
  private final HeapLinks links = new HeapLinks();
  private final HeapVisits visits = new HeapVisits();
  private final HeapInstallation installation = new HeapInstallation();
  private final HeapCounter counter = new HeapCounter();
  private final HeapCounter storeCounter = new HeapCounter();
  private final HeapCache shared = new HeapCache();
  private final HeapQueue queue = new HeapQueue(true);
  private final HeapJournal journal = new HeapJournal();
  private final MutableClock clock = new MutableClock();
  private List<HealthCheck> health = List.of();
  private final List<Hexlink> running = new ArrayList<>();

  @AfterEach
  void close() {
    running.forEach(Hexlink::close);
  }

  private Hexlink start(Settings settings) {
    Ports ports = new Ports(links, visits, new HeapBudget(), new HeapKeys(), installation, new HeapWorkerNumbers(4),
        new HeapHotLinks(), new HeapCache(), shared, new HeapLive(), new HeapPool(), counter, storeCounter, queue,
        journal,
        new HeapLimiter(), Samples::parse, _ -> Traits.UNKNOWN, health, clock, Seeds.fresh());
    Hexlink hexlink = new Hexlink(ports, settings);
    running.add(hexlink);
    hexlink.start();
    return hexlink;
  }

  private Hexlink start() {
    return start(TestSettings.standard());
  }

  @Test
  void shortensFollowsAndCounts() {
    Hexlink hexlink = start();
    Link link = shorten(hexlink, null);
    assertThat(follow(hexlink, link.key())).isEqualTo(new Following.To(link.route()));
    assertThat(hexlink.followLinks().followNow(link.key(), Samples.visitor()))
        .isEqualTo(new Following.To(link.route()));

    await().untilAsserted(() -> {
      clock.advance(Duration.ofMillis(100));
      assertThat(hexlink.readLinks().read(link.key()).orElseThrow().counts().total()).isEqualTo(2);
    });
    await().untilAsserted(() -> {
      clock.advance(Duration.ofSeconds(1));
      assertThat(hexlink.vitals().balance().unsettled()).isZero();
    });
    assertThat(vital(hexlink, "hexlink_links_made_total")).isEqualTo(1);
    assertThat(vital(hexlink, "hexlink_redirects_total")).isEqualTo(2);
    assertThat(vital(hexlink, "hexlink_visits_stored_total")).isEqualTo(2);
    assertThat(vital(hexlink, "hexlink_visits_dropped_total")).isZero();
  }

  @Test
  void namesEachVitalOnceAndCanReadThemAll() {
    Hexlink hexlink = start();

    assertThat(hexlink.vitals().all()).extracting(Vital::name).doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("hexlink_[a-z_]+"));
    assertThat(hexlink.vitals().all()).filteredOn(vital -> !vital.name().startsWith("hexlink_queue"))
        .allSatisfy(vital -> assertThat(vital.value().getAsDouble()).isNotNegative());
  }

  @Test
  void showsInWhichWaysAdaptersAreLessThanWhole() {
    Degradation away = new Degradation("hut_away", "The hut is away", "The hut is there again");
    health = List.of(new LoneHut(away));
    Hexlink hexlink = start();
    away.begin("mist");

    assertThat(vital(hexlink, "hexlink_degraded_hut_away")).isEqualTo(1);
    assertThat(vital(hexlink, "hexlink_degraded_hut_away_total")).isEqualTo(1);
    away.end();
    assertThat(vital(hexlink, "hexlink_degraded_hut_away")).isZero();
  }

  @Test
  void followsANewLinkThoughItsKeyWasJustUnknown() {
    Hexlink hexlink = start();
    LinkKey key = Samples.key("wanted");
    assertThat(follow(hexlink, key)).isEqualTo(new Following.Unknown());

    assertThat(shorten(hexlink, "wanted").key()).isEqualTo(key);
    assertThat(follow(hexlink, key)).isInstanceOf(Following.To.class);
  }

  @Test
  void asksNothingOfTheSharedCacheForAGeneratedCode() {
    Hexlink hexlink = start();
    int before = shared.drops.get();
    Link link = shorten(hexlink, null);
    assertThat(shared.drops).hasValue(before);

    follow(hexlink, link.key());
    assertThat(shared.routes()).containsKey(link.key());
  }

  @Test
  void followsAChangeAtOnce() {
    Hexlink hexlink = start();
    Link link = shorten(hexlink, null);
    follow(hexlink, link.key());
    hexlink.changeLinks().change(link.key(), to("https://new.example/"), OptionalLong.empty());
    assertThat(((Following.To) follow(hexlink, link.key())).route().target())
        .isEqualTo(new TargetUrl("https://new.example/"));

    hexlink.changeLinks().retire(link.key(), OptionalLong.empty());
    assertThat(follow(hexlink, link.key())).isEqualTo(new Following.Gone(Following.Why.RETIRED));
  }

  @Test
  void followsWhatAnotherInstanceChanged() {
    Hexlink one = start();
    Hexlink two = start();
    Link link = shorten(one, null);
    follow(two, link.key());
    one.changeLinks().retire(link.key(), OptionalLong.empty());

    await().until(() -> follow(two, link.key()).equals(new Following.Gone(Following.Why.RETIRED)));
  }

  @Test
  void followsWhatAnotherInstanceChangedBeforeItDied() {
    Hexlink hexlink = start();
    Link link = shorten(hexlink, null);
    follow(hexlink, link.key());
    assertThat(links.replace(link.retired(clock.instant()))).as("nobody cleared the shared cache").isTrue();

    await().until(() -> follow(hexlink, link.key()).equals(new Following.Gone(Following.Why.RETIRED)));
  }

  @Test
  void losesNoLinkAndRepeatsNoCodeAcrossStarts() {
    Link first = shorten(start(), null);
    running.removeFirst().close();
    Link second = shorten(start(), null);

    assertThat(second.key()).isNotEqualTo(first.key());
    assertThat(links.all()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void refusesToStartWhereNobodyCouldEverAsk() {
    Settings settings = TestSettings.standard();
    Settings locked = new Settings(settings.roles(), settings.stack(), settings.baseUrl(), settings.hosts(),
        settings.codes(), new Settings.Access(false, null, 0, 100), settings.loads(), settings.delivery(),
        settings.warming());

    assertThatThrownBy(() -> start(locked)).isInstanceOf(StartRefused.class);
  }

  @Test
  void registersItsHostsAndDropsWhatIsTooOld() {
    Settings settings = TestSettings.standard();
    start(new Settings(settings.roles(), settings.stack(), settings.baseUrl(), List.of(new Host("go.example")),
        settings.codes(), settings.access(), settings.loads(),
        new Settings.Delivery(10, Duration.ofMinutes(1), Duration.ofDays(30)), settings.warming()));

    assertThat(installation.hosts).containsExactlyInAnyOrder(Host.DEFAULT, new Host("go.example"));
    assertThat(visits.droppedBefore).isEqualTo(Instant.parse("2026-02-08T00:00:00Z"));
  }

  @Test
  void leasesTheStoresCountsToOthers() {
    Hexlink hexlink = start();

    assertThat(hexlink.leaseCodes().lease("main", 10)).isEqualTo(Optional.of(storeCounter.leases.getFirst()));
    assertThat(hexlink.leaseCodes().lease("other", 10)).isEmpty();
  }

  @Test
  void startsWhileTheStoreIsAwayAndGoesOnWhenItAnswers() {
    Link remembered = shorten(start(), null);
    running.removeFirst().close();
    shared.put(remembered.route());
    links.outage.begin();
    installation.outage.begin();
    visits.outage.begin();
    Hexlink hexlink = start();

    assertThat(follow(hexlink, remembered.key())).isInstanceOf(Following.To.class);
    assertThatThrownBy(() -> hexlink.shortenLinks().shorten(request(null)).join())
        .hasCauseInstanceOf(PortUnavailable.class);
    assertThat(vital(hexlink, "hexlink_degraded_store_unmet")).isEqualTo(1);

    links.outage.end();
    installation.outage.end();
    visits.outage.end();
    await().untilAsserted(() -> assertThat(vital(hexlink, "hexlink_degraded_store_unmet")).isZero());
    assertThat(shorten(hexlink, null).key()).isNotEqualTo(remembered.key());
  }

  @Test
  void tellsHowMuchIsInTheQueue() {
    Hexlink hexlink = start();
    await().untilAsserted(() -> {
      clock.advance(Duration.ofSeconds(1));
      assertThat(vital(hexlink, "hexlink_queue_letters")).isZero();
    });
    queue.outage.begin();
    await().untilAsserted(() -> {
      clock.advance(Duration.ofSeconds(1));
      assertThat(vital(hexlink, "hexlink_queue_dead_letters")).isNaN();
    });
    queue.outage.end();
  }

  @Test
  void endsACommitUnderWayWithoutAnInterruptThoughTheCloserIsInterrupted() {
    Hexlink hexlink = start();
    links.beforeInsert.shut();
    CompletableFuture<Shortening> underWay = hexlink.shortenLinks().shorten(request(null));
    links.beforeInsert.awaitHeld(1);
    Thread closer = Thread.ofPlatform().start(() -> {
      Thread.currentThread().interrupt();
      hexlink.close();
    });
    await().until(
        () -> closer.getState() == Thread.State.TIMED_WAITING || closer.getState() == Thread.State.WAITING
            || !closer.isAlive());
    assertThat(closer.isAlive()).isTrue();
    links.beforeInsert.open();

    assertThat(underWay.join()).isInstanceOf(Shortening.Created.class);
    await().until(() -> !closer.isAlive());
  }

  @Test
  void forwardsTheVisitsThatWaitBeforeItIsClosed() {
    Hexlink hexlink = start();
    Link link = shorten(hexlink, null);
    queue.outage.begin();
    follow(hexlink, link.key());
    follow(hexlink, link.key());
    assertThat(visits.stored()).isEmpty();
    queue.outage.end();
    hexlink.close();

    assertThat(visits.stored()).hasSize(2);
    assertThat(journal.released(journal.current())).isEqualTo(2);
  }

  @Test
  void refusesNewLinksAfterItWasClosed() {
    Hexlink hexlink = start();
    hexlink.close();
    hexlink.close();

    assertThatThrownBy(() -> hexlink.shortenLinks().shorten(request(null)).join())
        .hasCauseInstanceOf(LinksUnavailable.class);
  }

  private static Link shorten(Hexlink hexlink, @Nullable String slug) {
    return ((Shortening.Created) hexlink.shortenLinks().shorten(request(slug)).join()).link();
  }

  private static ShortenRequest request(@Nullable String slug) {
    return new ShortenRequest("https://target.example/", slug, Host.DEFAULT, null, List.of(), null, Window.ALWAYS, null,
        RedirectStatus.TEMPORARY_REDIRECT, false, null);
  }

  private static ChangeRequest to(String target) {
    return new ChangeRequest(target, Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(),
        Edit.keep());
  }

  private static Following follow(Hexlink hexlink, LinkKey key) {
    return hexlink.followLinks().follow(key, Samples.visitor()).join();
  }

  /** An adapter that is well, and may be away. */
  private record LoneHut(Degradation away) implements HealthCheck {
    @Override
    public String name() {
      return "hut";
    }

    @Override
    public Health check() {
      return Health.UP;
    }

    @Override
    public List<Degradation> degradations() {
      return List.of(away);
    }
  }

  private static double vital(Hexlink hexlink, String name) {
    return hexlink.vitals().all().stream().filter(vital -> vital.name().equals(name)).findFirst().orElseThrow().value()
        .getAsDouble();
  }
}
