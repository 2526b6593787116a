package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomDrawTest {
  @Test
  void drawsEverySymbolInEveryPlaceAsOftenAsTheOthers() {
    RandomGenerator random = Seed.steady();
    var draw = new RandomDraw(12);
    int draws = 62_000;
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < draws; i++) {
      String code = draw.draw(Alphabet.BASE62, random::nextInt).value();
      for (int place = 0; place < code.length(); place++) {
        counts.merge(place + ":" + code.charAt(place), 1, Integer::sum);
      }
    }
    double expected = draws / 62.0;

    assertThat(counts).hasSize(12 * 62);
    assertThat(counts.values())
        .allSatisfy(count -> assertThat((double) count).isBetween(expected - 5 * Math.sqrt(expected),
            expected + 5 * Math.sqrt(expected)));
  }

  @Test
  void asksForNumbersBelowTheAlphabetsSizeAlone() {
    var alphabet = new Alphabet("0123456789abcdef");

    assertThat(new RandomDraw(12).draw(alphabet, bound -> 0)).hasToString("000000000000");
    assertThat(new RandomDraw(64).draw(alphabet, bound -> bound - 1)).hasToString("f".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 11, 65})
  void refusesLengthsThatCanBeGuessedOrAreNoCode(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomDraw(length));
  }
}
