package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.http.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/api-errors.md against the catalogue of the HTTP adapter: name, status and title. */
class ProblemTableTest {
  @Test
  void everyProblemIsDocumentedAndNoOther() {
    Stream<List<String>> documented = Markdown.of("docs/api-errors.md").codeRows().map(row -> row.subList(0, 3));

    assertThat(documented).containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
        .map(type -> List.of(type.code(), String.valueOf(type.status()), type.title())).toList());
  }
}
