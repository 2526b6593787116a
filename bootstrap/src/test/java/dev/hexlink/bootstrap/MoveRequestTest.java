package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.StartRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveRequestTest {
  @Test
  void theEmbeddedStoreIsMovedUnlessAnotherIsNamed() {
    assertThat(of("--to", "postgres")).isEqualTo(new MoveRequest("h2", "postgres", List.of()));
    assertThat(of("--to=postgres")).isEqualTo(new MoveRequest("h2", "postgres", List.of()));
  }

  @Test
  void storesAndSettingsStandInAnyOrder() {
    MoveRequest expected = new MoveRequest("postgres", "h2", List.of("-hexlink.data=/srv", "--hexlink.roles=api"));
    assertThat(of("--from", "postgres", "-hexlink.data=/srv", "--hexlink.roles=api", "--to", "h2")).isEqualTo(expected);
    assertThat(of("-hexlink.data=/srv", "--to=h2", "--hexlink.roles=api", "--from=postgres")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                   | nothing says where to
      --from h2            | nothing says where to
      --to                 | --to names no store
      --to postgres --from | --from names no store
      --to h2              | the store is "h2" already
      postgres             | "postgres" means nothing here
      --too postgres       | "--too" means nothing here
      --to postgres -v     | "-v" means nothing here
      """)
  void anythingElseIsRefusedWithAnExample(String args, String why) {
    List<String> words = args.isEmpty() ? List.of() : List.of(args.split(" "));
    assertThatThrownBy(() -> MoveRequest.of(words)).isInstanceOf(StartRefused.class).hasMessageStartingWith(why)
        .hasMessageContaining("./hexlink move --to postgres");
  }

  private static MoveRequest of(String... args) {
    return MoveRequest.of(List.of(args));
  }
}
