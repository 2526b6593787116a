package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.hexlink.architecture.rules.Imported;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/glossary.md against the types there are. */
class GlossaryTest {
  private final Markdown glossary = Markdown.of("docs/glossary.md");

  @Test
  void everyPublicTypeOfTheDomainIsExplained() {
    List<String> types = Imported.PRODUCTION.stream()
        .filter(type -> type.getPackageName().startsWith("dev.hexlink.domain"))
        .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getSimpleName).toList();

    assertThat(types).hasSizeGreaterThan(30);
    assertThat(glossary.code()).containsAll(types);
  }
}
