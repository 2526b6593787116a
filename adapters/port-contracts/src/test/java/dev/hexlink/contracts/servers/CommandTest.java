package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
  @Test
  void answersWhatItPrints() {
    assertThat(new Command(List.of("sh", "-c", "cat; echo $WORD >&2"), Map.of("WORD", "word")).run("in\n"))
        .isEqualTo("in\nword\n");
  }

  @Test
  void saysHowItFailed() {
    assertThatThrownBy(() -> Command.of("sh", "-c", "echo why; exit 3").run()).isInstanceOf(CommandFailure.class)
        .hasMessage("sh -c echo why; exit 3 ended with 3: why");
    assertThatThrownBy(() -> Command.of("no-such-command-here").run()).isInstanceOf(CommandFailure.class)
        .hasMessageContaining("no-such-command-here cannot be started");
  }
}
