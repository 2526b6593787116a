package dev.hexlink.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameter;
import dev.hexlink.architecture.rules.Imported;
import io.micronaut.context.annotation.Value;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/configuration.md against the metadata the compiler made of the configuration records. */
class ConfigurationTableTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(hexlink\\.[a-z.-]+):(.*)}");

  @Test
  void everyKeyIsDocumentedWithItsVariableAndDefault() {
    assertThat(Setting.declared()).hasSizeGreaterThan(20);
    assertThat(Setting.documented(Markdown.of("docs/configuration.md"))).isEqualTo(Setting.declared());
  }

  @Test
  void oneKeyHasOneDefault() {
    assertThat(Setting.declared().stream().map(Setting::key)).doesNotHaveDuplicates();
  }

  /** A value that is read past the records must not have a default of its own mind. */
  @Test
  void placeholdersRepeatTheDefaultOfTheirKey() {
    Set<Setting> placeholders = Imported.PRODUCTION.stream().flatMap(ConfigurationTableTest::placeholders)
        .map(PLACEHOLDER::matcher).filter(Matcher::matches)
        .map(found -> new Setting(found.group(1), Setting.variableOf(found.group(1)), found.group(2)))
        .collect(Collectors.toSet());

    assertThat(placeholders).isNotEmpty();
    assertThat(Setting.declared()).containsAll(placeholders);
  }

  @Test
  void aTableIsReadRowByRow() {
    var document = new Markdown("""
        | key | variable | default | meaning |
        |---|---|---|---|
        | `hexlink.a` | `HEXLINK_A` | `5` | a number |
        | `hexlink.b-c` | `HEXLINK_B_C` | – | nothing |
        """);

    assertThat(Setting.documented(document)).containsExactly(new Setting("hexlink.a", "HEXLINK_A", "5"),
        new Setting("hexlink.b-c", "HEXLINK_B_C", ""));
  }

  private static Stream<String> placeholders(JavaClass type) {
    return type.getCodeUnits().stream().flatMap(unit -> unit.getParameters().stream())
        .filter(parameter -> parameter.isAnnotatedWith(Value.class))
        .map((JavaParameter parameter) -> parameter.getAnnotationOfType(Value.class).value());
  }
}
