package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeKeyTest {
  @Test
  void isReadFromAndWrittenAsHexadecimalDigits() {
    assertThat(CodeKey.parse("9F8E7D6C5B4A39281706F5E4D3C2B1A0")).contains(Keys.MIXED);
    assertThat(Keys.MIXED.hex()).isEqualTo("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    assertThat(Keys.COUNTING).isEqualTo(new CodeKey(0x0001020304050607L, 0x08090a0b0c0d0e0fL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "9f8e7d6c5b4a39281706f5e4d3c2b1a", "9f8e7d6c5b4a39281706f5e4d3c2b1a00",
      "9f8e7d6c5b4a39281706f5e4d3c2b1ag", " 9f8e7d6c5b4a39281706f5e4d3c2b1a"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(CodeKey.parse(text)).isEmpty();
  }

  @Test
  void hasSixteenBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> CodeKey.of(new byte[15]));
    assertThatIllegalArgumentException().isThrownBy(() -> CodeKey.of(new byte[17]));
  }

  /** {@code xxd -r -p | sha256sum} of the key prints the same. */
  @Test
  void isNamedByAFingerprintAndNeverShown() {
    assertThat(Keys.COUNTING.fingerprint()).isEqualTo("be45cb2605bf36be");
    assertThat(Keys.COUNTING).hasToString("CodeKey[be45cb2605bf36be]");
  }
}
