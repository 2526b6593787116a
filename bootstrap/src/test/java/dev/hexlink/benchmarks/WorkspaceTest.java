package dev.hexlink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir
  Path parent;

  @Test
  void endsItsProcessesAndLeavesNothingBehind() throws Exception {
    Workspace workspace = new Workspace(parent, parent);
    Files.writeString(workspace.newFolder("data").resolve("file"), "text");
    Started sleeping = workspace.start(List.of("sleep", "60"), Map.of());

    workspace.close();

    assertThat(sleeping.handle().isAlive()).isFalse();
    assertThat(parent).isEmptyDirectory();
    assertThatThrownBy(() -> workspace.start(List.of("sleep", "60"), Map.of())).isInstanceOf(Impossible.class);
  }

  @Test
  void readsTheLineItWaitsForAndSaysHowAProcessFailed() throws Exception {
    try (Workspace workspace = new Workspace(parent, parent)) {
      Started speaking = workspace.start(List.of("sh", "-c", "echo $WORD; exec sleep 60"), Map.of("WORD", "ready"));
      assertThat(speaking.await("ready"::equals, Duration.ofSeconds(20))).isPositive();
      assertThat(ProcessFigures.residentMegabytes(speaking.handle())).isPositive();
      assertThat(ProcessFigures.cpuSeconds(speaking.handle())).isNotNegative();

      Started failing = workspace.start(List.of("sh", "-c", "echo no room >&2; exit 3"), Map.of());
      assertThatThrownBy(() -> failing.await("ready"::equals, Duration.ofSeconds(20))).isInstanceOf(Impossible.class)
          .hasMessageContaining("no room");
      assertThatThrownBy(() -> failing.awaitEnd(Duration.ofSeconds(20))).isInstanceOf(Impossible.class)
          .hasMessageContaining("status 3");
    }
  }
}
