package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.poms.Pom;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleDiagramTest {
  private final List<Pom> modules = Pom.all().stream().filter(pom -> !pom.isRoot()).toList();

  @Test
  void theDiagramShowsWhatThePomsSay() {
    ModuleDiagram diagram = ModuleDiagram.parse(Markdown.of("docs/architecture.md").marked("module diagram"));

    assertThat(diagram.built()).containsExactlyInAnyOrderElementsOf(arrows(false));
    assertThat(diagram.tested()).containsExactlyInAnyOrderElementsOf(arrows(true));
  }

  @Test
  void arrowsAreReadFromMermaid() {
    ModuleDiagram diagram = ModuleDiagram.parse("""
        graph LR
          a --> b-c
          b-c -.-> d
        """);

    assertThat(diagram.built()).containsExactly("a → b-c");
    assertThat(diagram.tested()).containsExactly("b-c → d");
  }

  private List<String> arrows(boolean forTests) {
    return modules.stream()
        .flatMap(pom -> pom.modules(forTests).stream().map(to -> pom.name() + " → " + to))
        .toList();
  }
}
