package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLinksTest {
  @Test
  void everyLinkLeadsSomewhere() {
    List<Path> files = Stream.concat(Stream.of(Repository.ROOT.resolve("README.md")),
        Repository.files(Repository.ROOT.resolve("docs"), ".md").stream()).toList();

    assertThat(files).hasSizeGreaterThan(5);
    assertThat(files.stream().flatMap(file -> DeadLinks.in(file).stream())).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsNoticed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("other.md"), "# Two words: here\n");
    Path file = Files.writeString(folder.resolve("a.md"), """
        # Top
        [good](other.md) [good](other.md#two-words-here) [good](#top) [good](https://example.org/x)
        [bad](missing.md) [bad](other.md#three-words) [bad](#bottom) ![bad](picture.png)
        `[code](none.md)`
        ```
        [code](none.md)
        ```
        """);

    assertThat(DeadLinks.in(file)).containsExactly("a.md → missing.md", "a.md → other.md#three-words",
        "a.md → #bottom", "a.md → picture.png");
  }
}
