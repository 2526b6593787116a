package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  private static final Window NOVEMBER = new Window(Instant.parse("2026-11-01T00:00:00Z"),
      Instant.parse("2026-12-01T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({
      "2026-10-31T23:59:59.999Z, false, NOT_YET", "2026-11-01T00:00:00Z, false, ACTIVE",
      "2026-11-30T23:59:59.999Z, false, ACTIVE", "2026-12-01T00:00:00Z, false, EXPIRED",
      "2026-10-31T23:59:59.999Z, true, RETIRED", "2026-11-15T00:00:00Z, true, RETIRED",
      "2026-12-01T00:00:00Z, true, RETIRED"})
  void isAvailableWithinItsWindowWhileInService(Instant now, boolean retired, Availability expected) {
    var route = new Route(new LinkId(new UUID(1, 2)), LinkKey.of(new ShortCode("code")),
        new TargetUrl("https://example.com/"), RedirectStatus.FOUND, NOVEMBER, null, retired, 1);

    assertThat(route.at(now)).isEqualTo(expected);
  }
}
