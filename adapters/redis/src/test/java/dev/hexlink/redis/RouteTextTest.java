package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.application.spi.CachedRoute.Unknown;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SeededCases.class)
class RouteTextTest {
  private static final String ERA = "0123456789ab";
  private static final LinkKey KEY = LinkKey.of(new ShortCode("abc"));

  /** What is written is read by other versions and other programs: it must not change unseen. */
  @Test
  void theTextIsPinned() throws IOException {
    List<Route> routes = List.of(
        route(RedirectStatus.TEMPORARY_REDIRECT, Window.ALWAYS, null, false, 1),
        route(RedirectStatus.PERMANENT_REDIRECT,
            new Window(Instant.parse("2026-01-02T03:04:05.678Z"), Instant.parse("2027-01-02T03:04:05Z")), 1_000L, true,
            42));
    assertThat(Stream.concat(routes.stream().map(route -> RouteText.of(route, ERA)), Stream.of(RouteText.unknown(ERA))))
        .containsExactlyElementsOf(golden());
    for (int i = 0; i < routes.size(); i++) {
      assertThat(RouteText.read(KEY, golden().get(i), ERA)).contains(new Known(routes.get(i)));
    }
    assertThat(RouteText.read(KEY, golden().getLast(), ERA)).contains(new Unknown());
  }

  @Test
  void whatIsWrittenIsReadAgain(Seeded some) {
    for (int round = 0; round < 200; round++) {
      LinkKey key = some.key();
      Route route = some.one(some.link(key, new CodeOrigin.Drawn()), some.fullLink(key, new CodeOrigin.Drawn()))
          .route();
      assertThat(RouteText.read(key, RouteText.of(route, ERA), ERA)).contains(new Known(route));
    }
  }

  @Test
  void whatWasWrittenInAnotherEraIsNotBelieved(Seeded some) {
    Route route = some.link().route();
    assertThat(RouteText.read(route.key(), RouteText.of(route, ERA), "ba9876543210")).isEmpty();
    assertThat(RouteText.read(KEY, RouteText.unknown(ERA), "ba9876543210")).isEmpty();
  }

  @Test
  void garbageIsAMiss(Seeded some) {
    String good = RouteText.of(some.fullLink(KEY, new CodeOrigin.Drawn()).route(), ERA);
    for (String text : List.of("", " ", "dropped", "u1", "u2 " + ERA, "r1", "r2" + good.substring(2), good + " more",
        good.replace("https://", "ftp://"), "r1  " + ERA + " x x x x x x x", "\u0000\u0001漢")) {
      assertThat(RouteText.read(KEY, text, ERA)).as(text).isEmpty();
    }
    assertThat(RouteText.read(KEY, null, ERA)).isEmpty();
  }

  @Test
  void aDamagedTextIsNeverAnError(Seeded some) {
    String good = RouteText.of(some.fullLink(KEY, new CodeOrigin.Drawn()).route(), ERA);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder damaged = new StringBuilder(good);
      damaged.setCharAt(some.random().nextInt(good.length()), (char) (' ' + some.random().nextInt(95)));
      String text = some.random().nextBoolean()
          ? damaged.toString()
          : damaged.substring(0, some.random().nextInt(good.length()));
      assertThat(RouteText.read(KEY, text, ERA)).satisfiesAnyOf(
          read -> assertThat(read).isEmpty(),
          read -> assertThat(read.orElseThrow()).isInstanceOf(CachedRoute.class));
    }
  }

  private static Route route(RedirectStatus status, Window window, @Nullable Long maxVisits, boolean retired,
      long version) {
    return new Route(LinkId.parse("0193a5c0-1234-7abc-8def-0123456789ab").orElseThrow(), KEY,
        new TargetUrl("https://example.org/a?b=c#d"), status, window, maxVisits, retired, version);
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = RouteTextTest.class.getResourceAsStream("routes.golden")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
