package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.hexlink.architecture.Repository;
import dev.hexlink.architecture.rules.Imported;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the docs call a type is one. */
class NamedTypesTest {
  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+([A-Z][a-z0-9]*)*");
  private static final Set<String> TYPES = Stream.concat(
      Imported.PRODUCTION.stream().map(JavaClass::getSimpleName),
      Repository.files(Repository.ROOT, ".java").stream().map(NamedTypesTest::withoutEnding))
      .collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(strings = {"architecture", "ports", "glossary", "allocation", "codebase"})
  void everyTypeThatIsNamedExists(String document) {
    assertThat(Markdown.of("docs/" + document + ".md").code().filter(TYPE.asMatchPredicate())).isSubsetOf(TYPES);
  }

  private static String withoutEnding(Path file) {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }
}
