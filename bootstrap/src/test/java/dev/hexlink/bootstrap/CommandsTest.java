package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir
  private Path folder;
  private final List<String> said = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @Test
  void settingsAloneAskForTheServer() {
    assertThat(Commands.isAskedForBy()).isFalse();
    assertThat(Commands.isAskedForBy("-hexlink.data=/srv")).isFalse();
    assertThat(Commands.isAskedForBy("move", "--to", "postgres")).isTrue();
  }

  @Test
  void anUnknownCommandNamesThoseThereAre() {
    assertThat(run("mvoe")).isEqualTo(1);
    assertThat(complaints)
        .containsExactly("There is no command \"mvoe\"; there are: move, redrive; without one the server runs");
  }

  @Test
  void aRefusalIsOneLine() {
    assertThat(run("move")).isEqualTo(1);
    assertThat(complaints).hasSize(1).first().asString().startsWith("Hexlink cannot move: nothing says where to");
    assertThat(said).isEmpty();
  }

  @Test
  void aSettingThatNobodyReadsIsRefused() {
    assertThat(run("redrive", "-hexlink.dta=/srv")).isEqualTo(1);
    assertThat(complaints).hasSize(1).first().asString().startsWith("Hexlink cannot redrive: the key hexlink.dta")
        .endsWith("did you mean hexlink.data?");
  }

  @Test
  void aStoreThatNobodyOffersIsRefused() {
    assertThat(run("move", "--to", "h3")).isEqualTo(1);
    assertThat(complaints).hasSize(1).first().asString().startsWith(
        "Hexlink cannot move: --to is \"h3\", and nobody offers StoreContents under that name; there are: h2");
    assertThat(folder).as("no store was made").isEmptyDirectory();
  }

  @Test
  void aQueueInTheServersProcessHasNothingToRedrive() {
    assertThat(run("redrive")).isEqualTo(1);
    assertThat(complaints).hasSize(1).first().asString()
        .startsWith("Hexlink cannot redrive: hexlink.adapters.queue is \"direct\", which has no dead letters");
    assertThat(said).isEmpty();
  }

  private int run(String... args) {
    return Commands.run(Map.of(), withData(args), said::add, complaints::add);
  }

  private List<String> withData(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    if (all.size() > 1 || all.getFirst().equals("redrive")) {
      all.add("-hexlink.data=" + folder);
    }
    return all;
  }
}
