package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.rules.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/ports.md against the interfaces of spi and the names their adapters are offered under. */
class PortsTableTest {
  @Test
  void everyPortIsDocumentedWithTheAdaptersThereAre() {
    Stream<List<String>> documented = Markdown.of("docs/ports.md").codeRows()
        .map(row -> List.of(row.getFirst(), sorted(row.getLast())));

    assertThat(documented).containsExactlyInAnyOrderElementsOf(Ports.shipped().stream()
        .map(port -> List.of(port.getSimpleName(), String.join(", ", OfferedAdapters.of(port)))).toList());
  }

  private static String sorted(String names) {
    return String.join(", ", Arrays.stream(names.split(", *")).sorted().toList());
  }
}
