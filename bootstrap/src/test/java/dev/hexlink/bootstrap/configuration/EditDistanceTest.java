package dev.hexlink.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "h2, h2, 0", "'', abc, 3", "abc, '', 3", "access, acess, 1", "flaw, lawn, 2"})
  void countsTheLettersToChange(String a, String b, int distance) {
    assertThat(EditDistance.between(a, b)).isEqualTo(distance);
  }

  @Test
  void nothingIsNearWhatIsQuiteDifferent() {
    assertThat(EditDistance.nearest("memori", List.of("redis", "memory"))).contains("memory");
    assertThat(EditDistance.nearest("cassandra", List.of("h2", "postgres"))).isEmpty();
  }
}
