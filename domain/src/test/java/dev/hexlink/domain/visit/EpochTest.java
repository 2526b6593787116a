package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTest {
  @Test
  void isReadFromAndWrittenAsHexadecimalDigits() {
    var epoch = new Epoch(0x0001020304050607L, 0xf8f9fafbfcfdfeffL);

    assertThat(epoch).hasToString("0001020304050607f8f9fafbfcfdfeff");
    assertThat(Epoch.parse("0001020304050607F8F9FAFBFCFDFEFF")).contains(epoch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0001020304050607f8f9fafbfcfdfef", "0001020304050607f8f9fafbfcfdfeff0",
      "0001020304050607f8f9fafbfcfdfefg", "0001020304050607-8f9fafbfcfdfeff"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(Epoch.parse(text)).isEmpty();
  }

  @Test
  void sortsAsItsText() {
    assertThat(new Epoch(1, 0)).isLessThan(new Epoch(-1, 0));
    assertThat(new Epoch(0, 1)).isLessThan(new Epoch(0, -1)).isLessThan(new Epoch(1, 0));
    assertThat(new Epoch(3, 4)).isEqualByComparingTo(new Epoch(3, 4));
  }
}
