package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeBook;
import dev.hexlink.domain.code.CodeSpace;
import dev.hexlink.domain.code.Stack;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of docs/allocation.md against the domain. */
class AllocationFiguresTest {
  @Test
  void theTableOfLengthsIsWhatTheDomainDoes() {
    List<List<String>> documented = Markdown.of("docs/allocation.md").rows()
        .filter(row -> row.size() == 6 && row.getFirst().matches("\\d+")).toList();

    assertThat(documented).isEqualTo(
        IntStream.rangeClosed(CodeBook.SMALLEST_SHORTEST, CodeSpace.LONGEST).mapToObj(AllocationFiguresTest::row)
            .toList());
  }

  private static List<String> row(int length) {
    long codes = new CodeSpace(Alphabet.BASE62, length).size();
    int bits = Long.SIZE - Long.numberOfLeadingZeros(codes - 1);
    int width = (bits + 1) / 2 * 2;
    long values = length == CodeSpace.LONGEST ? codes : codes / CodeBook.SPARSENESS;
    return List.of(String.valueOf(length), grouped(codes), String.valueOf(width),
        String.format(Locale.ROOT, "%.2f", Math.pow(2, width) / codes), grouped(values),
        grouped(Stack.countOf(values)));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
