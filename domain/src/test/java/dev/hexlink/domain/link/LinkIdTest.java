package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkIdTest {
  /** The example of RFC 9562, appendix A.6. */
  @Test
  void isAUuidOfVersion7() {
    Instant birth = Instant.parse("2022-02-22T19:22:22Z");

    assertThat(LinkId.of(birth, 0xcc3L, 0x18c4dc0c0c07398fL)).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 8000-000000000000", "-1, -1, bfff-ffffffffffff"})
  void keepsVersionAndVariantWhateverTheRandomBits(long high, long low, String end) {
    LinkId id = LinkId.of(Instant.EPOCH, high, low);

    assertThat(id.value().version()).isEqualTo(7);
    assertThat(id.value().variant()).isEqualTo(2);
    assertThat(id.toString()).endsWith(end);
  }

  @Test
  void sortsByBirth() {
    LinkId older = LinkId.of(Instant.parse("2026-01-01T00:00:00.001Z"), -1, -1);
    LinkId newer = LinkId.of(Instant.parse("2026-01-01T00:00:00.002Z"), 0, 0);

    assertThat(older).isLessThan(newer);
    assertThat(LinkId.of(Instant.EPOCH, 0, 1)).isLessThan(LinkId.of(Instant.EPOCH, 0, 2));
    assertThat(LinkId.of(Instant.parse("9999-12-31T23:59:59Z"), 0, 0)).isGreaterThan(newer);
  }

  @Test
  void isReadFromTheUsualForm() {
    assertThat(LinkId.parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F").map(LinkId::toString))
        .contains("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
      "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(LinkId.parse(text)).isEmpty();
  }
}
