package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.api.CodesExhausted;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.ShortenRequest.IdempotencyKey;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.SlugPolicy;
import dev.hexlink.domain.link.SlugRefusal;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkShortenerTest {
  private static final String TARGET = "https://target.example/page";

  private final HeapLinks links = new HeapLinks();
  private final Numbered codes = new Numbered();
  private final List<LinkKey> made = Collections.synchronizedList(new ArrayList<>());
  private final LinkShortener shortener = new LinkShortener(
      new LinkShortener.Parts(links, Samples::parse, codes, new SlugPolicy(3, WordPolicy.standard()),
          CollisionRetry.DEFAULT, new MutableClock(), Seeds.fresh(), target -> target.host().equals("hex.example"),
          links -> links.forEach(link -> made.add(link.key()))),
      task -> Thread.ofPlatform().daemon().start(task));

  /** Gives out {@code code1}, {@code code2} and so on, after what the test wants first. */
  private static final class Numbered implements CodeAllocator {
    final Deque<String> first = new ArrayDeque<>();
    final List<AllocatedCode> collisions = Collections.synchronizedList(new ArrayList<>());
    boolean down;
    boolean raisingFails;
    private int given;

    @Override
    public synchronized AllocatedCode next() {
      if (down) {
        throw new CodeCounterUnavailable("switched off");
      }
      String code = first.isEmpty() ? "code" + ++given : first.remove();
      return new AllocatedCode(new ShortCode(code), new CodeOrigin.Drawn());
    }

    @Override
    public void collided(AllocatedCode code) {
      collisions.add(code);
      if (raisingFails) {
        throw new LinksUnavailable("switched off");
      }
    }
  }

  @Test
  void makesALink() {
    Link link = created(get(shorten(request(TARGET, null, false, null))));

    assertThat(link.key()).isEqualTo(Samples.key("code1"));
    assertThat(link.target().value()).isEqualTo(TARGET);
    assertThat(link.createdAt()).isEqualTo(MutableClock.START).isEqualTo(link.updatedAt());
    assertThat(link.version()).isEqualTo(1);
    assertThat(links.all()).containsExactly(link);
    assertThat(made).containsExactly(link.key());
    assertThat(shortener.made()).isEqualTo(1);
  }

  @Test
  void makesManyAtATimeWithFewCommits() {
    links.beforeInsert.shut();
    List<CompletableFuture<Shortening>> first = List.of(shorten(plain()));
    links.beforeInsert.awaitHeld(1);
    List<CompletableFuture<Shortening>> others = shortener
        .shortenAll(IntStream.range(0, 500).mapToObj(_ -> plain()).toList());
    links.beforeInsert.open();
    first.forEach(LinkShortenerTest::get);
    others.forEach(LinkShortenerTest::get);

    assertThat(links.commits).containsExactly(1, 500);
    assertThat(links.all()).hasSize(501);
  }

  @Test
  void answersEachOfManyForItself() {
    List<CompletableFuture<Shortening>> all = shortener
        .shortenAll(List.of(plain(), request("nonsense", null, false, null), request(TARGET, "slug", false, null),
            request(TARGET, "a b", false, null)));

    assertThat(get(all.get(0))).isInstanceOf(Shortening.Created.class);
    assertThat(get(all.get(1))).isEqualTo(new Shortening.TargetRefused(TargetRefusal.MALFORMED));
    assertThat(get(all.get(2))).isInstanceOf(Shortening.Created.class);
    assertThat(get(all.get(3))).isEqualTo(new Shortening.SlugRefused(SlugRefusal.BAD_CHARACTER));
  }

  @Test
  void refusesItsOwnShortLinksAndReservedSlugs() {
    assertThat(get(shorten(request("https://hex.example/code1", null, false, null))))
        .isEqualTo(new Shortening.TargetRefused(TargetRefusal.OWN_SHORT_LINK));
    assertThat(get(shorten(request(TARGET, "admin", false, null))))
        .isEqualTo(new Shortening.SlugRefused(SlugRefusal.RESERVED));
    assertThat(links.commits).isEmpty();
  }

  @Test
  void triesAnotherCodeWhenOneIsTaken() {
    links.hold(Samples.link("taken1"), Samples.link("taken2"));
    Collections.addAll(codes.first, "taken1", "taken2", "free");
    Link link = created(get(shorten(plain())));

    assertThat(link.key()).isEqualTo(Samples.key("free"));
    assertThat(codes.collisions).extracting(code -> code.code().value()).containsExactly("taken1", "taken2");
    assertThat(shortener.collisions()).isEqualTo(2);
    assertThat(shortener.made()).isEqualTo(1);
  }

  @Test
  void triesEightCodesAndNoMore() {
    for (int i = 1; i <= 9; i++) {
      links.hold(Samples.link("taken" + i));
      codes.first.add("taken" + i);
    }

    assertThatThrownBy(() -> get(shorten(plain()))).hasCauseInstanceOf(CodesExhausted.class);
    assertThat(codes.collisions).hasSize(8);
    codes.first.clear();
    IntStream.rangeClosed(1, 7).forEach(i -> codes.first.add("taken" + i));
    assertThat(created(get(shorten(plain()))).key()).as("the eighth is free").isEqualTo(Samples.key("code1"));
  }

  @Test
  void failsNoneButTheOneWhoseCodeIsTaken() {
    links.hold(Samples.link("taken"));
    links.beforeInsert.shut();
    CompletableFuture<Shortening> first = shorten(plain());
    links.beforeInsert.awaitHeld(1);
    codes.first.add("mate");
    IntStream.range(0, 9).forEach(_ -> codes.first.add("taken"));
    List<CompletableFuture<Shortening>> batch = List.of(shorten(plain()), shorten(plain()), shorten(plain()));
    links.beforeInsert.open();

    get(first);
    assertThat(created(get(batch.get(0))).key()).isEqualTo(Samples.key("mate"));
    batch.forEach(LinkShortenerTest::get);
    assertThat(links.all()).hasSize(1 + 1 + 3);
  }

  @Test
  void tellsTwoWithTheSameCodeInOneCommitApart() {
    links.beforeInsert.shut();
    CompletableFuture<Shortening> first = shorten(plain());
    links.beforeInsert.awaitHeld(1);
    Collections.addAll(codes.first, "same", "same");
    List<CompletableFuture<Shortening>> batch = List.of(shorten(plain()), shorten(plain()));
    links.beforeInsert.open();

    get(first);
    assertThat(batch).extracting(future -> created(get(future)).key()).doesNotHaveDuplicates()
        .contains(Samples.key("same"));
  }

  @Test
  void goesOnWhenTheCounterCannotBeRaised() {
    links.hold(Samples.link("taken"));
    codes.first.add("taken");
    codes.raisingFails = true;

    assertThat(get(shorten(plain()))).isInstanceOf(Shortening.Created.class);
  }

  @Test
  void saysThatAChosenSlugIsTaken() {
    links.hold(Samples.link("mine"));

    assertThat(get(shorten(request(TARGET, "mine", false, null))))
        .isEqualTo(new Shortening.SlugTaken(new ShortCode("mine")));
    assertThat(codes.collisions).isEmpty();
    assertThat(shortener.collisions()).isZero();
  }

  @Test
  void givesASlugToOneOfMany() {
    List<Shortening> all = Race.of(64, i -> get(shorten(request(TARGET + i, "wanted", false, null))));

    assertThat(all).filteredOn(Shortening.Created.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(new Shortening.SlugTaken(new ShortCode("wanted"))::equals).hasSize(63);
  }

  @Test
  void answersOneIdempotencyKeyWithOneLink() {
    IdempotencyKey key = new IdempotencyKey("address:1", "key", "same");
    List<Shortening> all = Race.of(64, _ -> get(shorten(request(TARGET, null, false, key))));

    assertThat(all).extracting(LinkShortenerTest::created).containsOnly(created(all.getFirst()));
    assertThat(links.all()).hasSize(1);
    assertThat(shortener.made()).isEqualTo(1);
    assertThat(get(shorten(request(TARGET, null, false, new IdempotencyKey("address:1", "key", "other")))))
        .isEqualTo(new Shortening.IdempotencyKeyReused());
    assertThat(created(get(shorten(request(TARGET, null, false, new IdempotencyKey("address:2", "key", "other"))))))
        .isNotEqualTo(created(all.getFirst()));
  }

  @Test
  void triesAnotherCodeForAnIdempotentRequestToo() {
    links.hold(Samples.link("taken"));
    codes.first.add("taken");
    IdempotencyKey key = new IdempotencyKey("address:1", "key", "same");

    Link link = created(get(shorten(request(TARGET, null, false, key))));
    assertThat(link.key()).isEqualTo(Samples.key("code1"));
    assertThat(created(get(shorten(request(TARGET, null, false, key))))).isEqualTo(link);
    assertThat(codes.collisions).hasSize(1);
  }

  @Test
  void findsAnEqualLinkWhereThatIsAsGood() {
    Link link = created(get(shorten(request(TARGET, null, true, null))));

    assertThat(get(shorten(request(TARGET, null, true, null)))).isEqualTo(new Shortening.AlreadyThere(link));
    assertThat(created(get(shorten(plain())))).isNotEqualTo(link);
  }

  @Test
  void letsNoContestedRequestHoldUpThePlainOnes() {
    links.beforeInsertEach.shut();
    CompletableFuture<Shortening> contested = shorten(request(TARGET, "contested", false, null));
    links.beforeInsertEach.awaitHeld(1);

    assertThat(get(shorten(plain()))).isInstanceOf(Shortening.Created.class);
    assertThat(contested).isNotDone();
    links.beforeInsertEach.open();
    assertThat(get(contested)).isInstanceOf(Shortening.Created.class);
  }

  @Test
  void saysWhenTheStoreOrTheCounterIsDown() {
    links.outage.begin();
    assertThatThrownBy(() -> get(shorten(plain()))).hasCauseInstanceOf(LinksUnavailable.class);
    assertThatThrownBy(() -> get(shorten(request(TARGET, "slug", false, null))))
        .hasCauseInstanceOf(LinksUnavailable.class);
    links.outage.end();
    codes.down = true;
    assertThatThrownBy(() -> get(shorten(plain()))).hasCauseInstanceOf(CodeCounterUnavailable.class);
    assertThat(get(shorten(request(TARGET, "slug", false, null)))).as("needs no counter")
        .isInstanceOf(Shortening.Created.class);

    codes.down = false;
    assertThat(get(shorten(plain()))).isInstanceOf(Shortening.Created.class);
    assertThat(made).hasSize(2);
  }

  @Test
  void letsNoImpossibleRequestFailItsMates() {
    assertThatThrownBy(() -> new ShortenRequest(TARGET, null, Host.DEFAULT, null, List.of(), null, Window.ALWAYS, 0L,
        RedirectStatus.FOUND, false, null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgetsTheKeyOfAnyNewLinkBeforeItAnswers() {
    List<Boolean> told = Race.of(16, _ -> made.contains(created(get(shorten(plain()))).key()));

    assertThat(told).containsOnly(true);
    await().untilAsserted(() -> assertThat(made).hasSize(16));
  }

  private CompletableFuture<Shortening> shorten(ShortenRequest request) {
    return shortener.shorten(request);
  }

  private static ShortenRequest plain() {
    return request(TARGET, null, false, null);
  }

  private static ShortenRequest request(String target, @Nullable String slug, boolean orEqual,
      @Nullable IdempotencyKey key) {
    return new ShortenRequest(target, slug, Host.DEFAULT, null, List.of(), null, Window.ALWAYS, null,
        RedirectStatus.TEMPORARY_REDIRECT, orEqual, key);
  }

  private static Shortening get(CompletableFuture<Shortening> future) {
    return future.copy().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static Link created(Shortening shortening) {
    assertThat(shortening).isInstanceOf(Shortening.Created.class);
    return ((Shortening.Created) shortening).link();
  }
}
