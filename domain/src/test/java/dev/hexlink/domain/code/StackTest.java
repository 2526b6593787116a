package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackTest {
  @Test
  void countsOfAllStacksAreValuesWithoutGapOrOverlap() {
    LongStream values = IntStream.range(0, Stack.MOST)
        .mapToObj(index -> new Stack("s" + index, index))
        .flatMapToLong(stack -> LongStream.range(0, 100).map(stack::valueAt));

    assertThat(values.sorted().toArray()).isEqualTo(LongStream.range(0, 1_600).toArray());
  }

  @Test
  void aValueTellsItsCount() {
    var stack = new Stack("eu", 15);

    assertThat(stack.valueAt(0)).isEqualTo(15);
    assertThat(Stack.countOf(stack.valueAt(123_456_789))).isEqualTo(123_456_789);
    assertThat(Stack.countOf(15)).isZero();
    assertThat(Stack.countOf(16)).isEqualTo(1);
  }

  @Test
  void countsEndWhere63BitsEnd() {
    long last = Long.MAX_VALUE / Stack.MOST;

    assertThat(new Stack("eu", 15).valueAt(last)).isEqualTo(Long.MAX_VALUE);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Stack("eu", 0).valueAt(last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "java", "eu-west-1", "0", "abcdefghijklmnopqrstuvwxyz-01234"})
  void acceptsNames(String name) {
    assertThat(new Stack(name, 0).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EU", "a_b", "a b", "ü", "a\n", "abcdefghijklmnopqrstuvwxyz-012345"})
  void refusesOtherNames(String name) {
    assertThat(Stack.isName(name)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Stack(name, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 16})
  void refusesIndexesOutsideTheSixteen(int index) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Stack("eu", index));
  }
}
