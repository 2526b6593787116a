package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.Repository;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that adapter writers are shown against the sample that is built and run. */
class SampleCodeTest {
  private static final String SAMPLES = "bootstrap/samples";

  @Test
  void whatIsShownIsWhatRuns() {
    Markdown manual = Markdown.of("docs/your-own-adapter.md");

    assertThat(manual.blocks("java")).hasSizeGreaterThan(2).allSatisfy(code -> assertThat(sources(".java"))
        .anyMatch(source -> source.contains(code)));
    assertThat(manual.blocks("xml")).isNotEmpty().allSatisfy(code -> assertThat(sources("pom.xml"))
        .anyMatch(source -> source.contains(code)));
  }

  @Test
  void aBlockIsReadWithoutItsFence() {
    assertThat(new Markdown("a\n```java\nint i;\n\nint j;\n```\nb\n```sh\nls\n```\n").blocks("java"))
        .containsExactly("int i;\n\nint j;\n");
  }

  private static Stream<String> sources(String ending) {
    return Repository.files(Repository.ROOT.resolve(SAMPLES), ending).stream().map(Repository::read);
  }
}
