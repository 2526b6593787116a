package dev.hexlink.architecture.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.Repository;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Javadoc is not in class files, so the sources are read. */
class UndocumentedTypesTest {
  @ParameterizedTest
  @ValueSource(strings = {"domain", "application"})
  void everyPublicTypeSaysWhatItIs(String module) {
    List<Path> files = Repository.files(Repository.ROOT.resolve(module).resolve("src/main/java"), ".java");

    assertThat(files).hasSizeGreaterThan(30);
    assertThat(UndocumentedTypes.in(files.stream().map(file -> source(Repository.read(file))).toList())).isEmpty();
  }

  @Test
  void aTypeThatDoesNotIsNoticed() {
    assertThat(UndocumentedTypes.in(List.of(source("""
        /** Said. */
        public sealed interface Said<T> {
          record Variant<T>() implements Said<T> {}

          record NoVariant() {}

          /** @param number a number */
          enum OnlyTags {
            ONE
          }
        }
        """), source("public class Unsaid {\n  static class Hidden {}\n}\n"), source("class Hidden {}\n"))))
        .containsExactly("Said.NoVariant", "Said.OnlyTags", "Unsaid");
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
