package dev.hexlink.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {
  private static HttpSettings read(Map<String, Object> properties) {
    try (
        ApplicationContext context = ApplicationContext.builder().propertySources(PropertySource.of("test", properties))
            .start()) {
      return context.getBean(HttpSettings.class);
    }
  }

  @Test
  void defaults() {
    assertThat(read(Map.of())).isEqualTo(new HttpSettings(List.of(), Duration.ofSeconds(5), Duration.ofSeconds(60),
        Duration.ofHours(1), 10_000));
  }

  @Test
  void everyKey() {
    assertThat(read(Map.of("hexlink.http.trusted-proxies", "10.0.0.0/8, ::1", "hexlink.http.header-timeout", "2s",
        "hexlink.http.body-timeout", "1m", "hexlink.http.permanent-max-age", "0s",
        "hexlink.http.user-agent-cache-size", "7")))
        .isEqualTo(new HttpSettings(List.of("10.0.0.0/8", "::1"), Duration.ofSeconds(2), Duration.ofMinutes(1),
            Duration.ZERO, 7));
  }

  @ParameterizedTest
  @CsvSource({"trusted-proxies,10.0.0.0/33", "trusted-proxies,proxy.example", "trusted-proxies,10.0.0.0/x",
      "trusted-proxies,::1/129", "header-timeout,0s", "body-timeout,-1s", "permanent-max-age,-1s",
      "user-agent-cache-size,-1"})
  void whatCannotBeIsNamed(String key, String value) {
    assertThatThrownBy(() -> read(Map.of("hexlink.http." + key, value))).rootCause()
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hexlink.http." + key);
  }
}
