package dev.hexlink.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryLinkCacheBoundsTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final MemoryLinkCache cache = new MemoryLinkCache(
      new CacheConfiguration(Duration.ofMinutes(10), Duration.ofSeconds(10), 1 << 20), nanos::get);

  @Test
  void aRouteIsForgottenWhenItsTimeIsOver() {
    cache.put(route("abc", 1));
    pass(Duration.ofMinutes(9));
    assertThat(cache.get(key("abc"))).isPresent();
    pass(Duration.ofMinutes(1));
    assertThat(cache.get(key("abc"))).isEmpty();
  }

  @Test
  void anUnknownKeyIsForgottenSooner() {
    cache.putUnknown(key("abc"));
    pass(Duration.ofSeconds(9));
    assertThat(cache.get(key("abc"))).contains(new CachedRoute.Unknown());
    pass(Duration.ofSeconds(1));
    assertThat(cache.get(key("abc"))).isEmpty();
  }

  @Test
  void whatIsRememberedTogetherIsNotForgottenTogether() {
    IntStream.range(0, 1_000).forEach(i -> cache.put(route("code" + i, 1)));
    pass(Duration.ofSeconds(9 * 60 + 30));
    assertThat(IntStream.range(0, 1_000).filter(i -> cache.get(key("code" + i)).isPresent()).count())
        .as("half way through the last tenth of their lives").isBetween(400L, 600L);
  }

  @Test
  void whatIsPutInVainDoesNotLengthenALie() {
    cache.put(route("abc", 2));
    pass(Duration.ofMinutes(8));
    cache.put(route("abc", 1));
    cache.putUnknown(key("abc"));
    assertThat(cache.get(key("abc"))).contains(new CachedRoute.Known(route("abc", 2)));
    pass(Duration.ofMinutes(2));
    assertThat(cache.get(key("abc"))).isEmpty();
  }

  @Test
  void itHoldsAsMuchAsItMay() {
    IntStream.range(0, 50_000).forEach(i -> cache.put(route("code" + i, 1)));
    long held = IntStream.range(0, 50_000).filter(i -> cache.get(key("code" + i)).isPresent()).count();
    assertThat(held).isBetween(500L, (1L << 20) / 480);
  }

  @Test
  void aDroppedKeyIsAMiss() {
    cache.put(route("abc", 1));
    cache.drop(List.of(key("abc"), key("other")));
    assertThat(cache.get(key("abc"))).isEmpty();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static LinkKey key(String code) {
    return LinkKey.of(new ShortCode(code));
  }

  private static Route route(String code, long version) {
    return new Route(LinkId.of(Instant.EPOCH, 1, 2), key(code), new TargetUrl("https://a.example/"),
        RedirectStatus.TEMPORARY_REDIRECT, Window.ALWAYS, null, false, version);
  }
}
