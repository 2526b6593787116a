package dev.hexlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void measuresEverythingButTheRedirectsTwice() {
    assertThat(Options.parse().parts()).containsExactly(Part.REDIRECTS, Part.CREATES, Part.START);
    assertThat(Options.parse("memory", "all")).isEqualTo(Options.parse());
  }

  @Test
  void takesEachOption() {
    Options options = Options.parse("start", "--rounds", "7", "--seconds", "2", "--connections", "256", "--markdown");

    assertThat(options.parts()).containsExactly(Part.START);
    assertThat(options.rounds()).isEqualTo(7);
    assertThat(options.seconds()).isEqualTo(2);
    assertThat(options.connections()).isEqualTo(256);
    assertThat(options.markdown()).isTrue();
  }

  @Test
  void tellsTheCommandThatPrintsThePartAgain() {
    assertThat(Options.parse("--markdown").command("start")).isEqualTo("./hexlink bench start");
    assertThat(Options.parse("--seconds", "9", "--connections", "1").command("creates"))
        .isEqualTo("./hexlink bench creates --seconds 9 --connections 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "--fast", "--rounds", "--rounds 0", "--rounds 51", "--seconds -1", "--seconds 5s",
      "--connections 4097"})
  void refusesWhatItDoesNotKnow(String words) {
    assertThatThrownBy(() -> Options.parse(words.split(" "))).isInstanceOf(Impossible.class);
  }
}
