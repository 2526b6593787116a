package dev.hexlink.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeygenConfigurationTest {
  private static KeygenConfiguration read(Map<String, Object> properties) {
    try (ApplicationContext context = ApplicationContext.builder()
        .propertySources(PropertySource.of("test", properties)).start()) {
      return context.getBean(KeygenConfiguration.class);
    }
  }

  @Test
  void defaults() {
    assertThat(read(Map.of())).isEqualTo(new KeygenConfiguration(List.of(), null, Duration.ofMillis(500)));
  }

  @Test
  void everyKey() {
    KeygenConfiguration configuration = read(Map.of("hexlink.keygen.url", "http://one:8080/, https://two.example/keys",
        "hexlink.keygen.key", "s3cret", "hexlink.keygen.timeout", "1s"));

    assertThat(configuration).isEqualTo(new KeygenConfiguration(
        List.of("http://one:8080/", "https://two.example/keys"), "s3cret", Duration.ofSeconds(1)));
    assertThat(configuration.addresses()).containsExactly(URI.create("http://one:8080"),
        URI.create("https://two.example/keys"));
    assertThat(configuration.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"url,keygen:8080", "url,keygen", "url,ftp://keygen", "url,http://user:secret@keygen",
      "url,http://keygen?x=1",
      "url,http:///allocate", "url,http://a b", "key,two words", "key,schlüssel", "timeout,0s", "timeout,-1s"})
  void whatCannotBeIsNamed(String key, String value) {
    assertThatThrownBy(() -> read(Map.of("hexlink.keygen." + key, value))).rootCause()
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hexlink.keygen." + key);
  }
}
