package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectStatusTest {
  @ParameterizedTest
  @CsvSource({"301, true", "302, false", "307, false", "308, true"})
  void isOneOfFourAndTwoOfThemAreKeptByClients(int code, boolean permanent) {
    RedirectStatus status = RedirectStatus.of(code).orElseThrow();

    assertThat(status.code()).isEqualTo(code);
    assertThat(status.isPermanent()).isEqualTo(permanent);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 300, 303, 304, 309, -307})
  void isNoOther(int code) {
    assertThat(RedirectStatus.of(code)).isEmpty();
  }
}
