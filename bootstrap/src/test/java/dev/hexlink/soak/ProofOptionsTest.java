package dev.hexlink.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.benchmarks.Impossible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOptionsTest {
  @Test
  void takesEachOption() {
    ProofOptions options = ProofOptions.parse("soak", "--seconds", "600", "--rate", "50", "--seed", "9", "--lenient",
        "--markdown");

    assertThat(options).isEqualTo(new ProofOptions(ProofName.SOAK, 600, 50, 9, true, true));
  }

  @Test
  void tellsTheCommandThatRepeatsTheRun() {
    assertThat(ProofOptions.parse("soak", "--seed", "9").command())
        .isEqualTo("./hexlink bench soak --seconds 120 --rate 300 --seed 9");
    assertThat(ProofOptions.parse("sabotage", "--seed", "9", "--markdown").command())
        .isEqualTo("./hexlink bench sabotage --seed 9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soaks", "soak --fast", "soak --seconds", "soak --seconds 9", "soak --rate 0",
      "soak --seed x"})
  void refusesWhatItDoesNotKnow(String words) {
    assertThatThrownBy(() -> ProofOptions.parse(words.split(" "))).isInstanceOf(Impossible.class);
  }
}
