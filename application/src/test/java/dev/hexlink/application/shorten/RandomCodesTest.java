package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.RandomDraw;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomCodesTest {
  @Test
  void drawsCodesThatDiffer() {
    RandomCodes codes = new RandomCodes(new RandomDraw(12), Alphabet.BASE62, WordPolicy.standard(), Seeds.fresh());
    List<AllocatedCode> drawn = IntStream.range(0, 10_000).mapToObj(_ -> codes.next()).toList();

    assertThat(drawn).extracting(AllocatedCode::code).doesNotHaveDuplicates()
        .allSatisfy(code -> assertThat(code.value()).hasSize(12));
    assertThat(drawn).extracting(AllocatedCode::origin).containsOnly(new CodeOrigin.Drawn());
  }

  @Test
  void drawsAgainWhereAWordIsBlocked() {
    String first = new RandomCodes(new RandomDraw(12), Alphabet.BASE62, WordPolicy.standard(), new Random(7)).next()
        .code().value();
    RandomCodes careful = new RandomCodes(new RandomDraw(12), Alphabet.BASE62, new WordPolicy(Set.of(first), Set.of()),
        new Random(7));

    assertThat(careful.next().code().value()).isNotEqualTo(first).hasSize(12);
  }
}
