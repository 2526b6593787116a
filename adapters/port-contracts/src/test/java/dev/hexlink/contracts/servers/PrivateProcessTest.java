package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PrivateProcessTest {
  /** Counts up a file with a grandchild. */
  private static final String COUNTS = "(i=0; while :; do i=$((i + 1)); echo $i >> \"$0\"; sleep 0.01; done) & wait";
  @TempDir
  Path folder;

  @Test
  void isKilledWithAllThatCameOfIt() {
    PrivateProcess process = count();
    process.kill();
    assertThat(process.isAlive()).isFalse();
    assertStill();
  }

  @Test
  void isKilledWhileItIsStopped() {
    PrivateProcess process = count();
    process.pause();
    process.kill();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void standsStillDuringAPauseAndGoesOn() {
    try (PrivateProcess process = count()) {
      process.pause();
      assertStill();
      long before = size();
      process.resume();
      await().until(() -> size() > before);
    }
  }

  @Test
  void endsInGoodOrderWhenAsked() throws IOException {
    PrivateProcess process = start("trap 'echo bye; exit' TERM; echo hello; while :; do sleep 0.01; done");
    await().until(() -> process.lastWords().contains("hello"));
    process.terminate();
    assertThat(process.lastWords()).isEqualTo("hello\nbye\n");
  }

  @Test
  void saysItsLastWordsIfItIsNotReady() {
    assertThatThrownBy(
        () -> start("echo why; exit 1").awaitReady("It", Duration.ofSeconds(20), () -> false))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("It ended").hasMessageContaining("why");
    assertThatThrownBy(
        () -> start("echo slow; sleep 100").awaitReady("It", Duration.ofMillis(300), () -> false))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("not ready after PT0.3S")
        .hasMessageContaining("slow");
  }

  @Test
  void diesWithTheJvmThatStartedIt() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), LeavesAProcessBehind.class.getName(), temporary.toString(),
        folder.resolve("count").toString(), folder.resolve("paused").toString()).inheritIO().start();
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(folder.resolve("paused")));
    jvm.destroyForcibly().waitFor();
    await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(temporary));
    assertStill();
  }

  private PrivateProcess count() {
    PrivateProcess process = PrivateProcess.start(folder, Map.of(),
        List.of("sh", "-c", COUNTS, folder.resolve("count").toString()));
    await().until(() -> size() > 0);
    return process;
  }

  private PrivateProcess start(String script) {
    return PrivateProcess.start(folder, Map.of(), List.of("sh", "-c", script));
  }

  private void assertStill() {
    long before = size();
    await().during(Duration.ofMillis(200)).until(() -> size() == before);
  }

  private long size() {
    try {
      Path count = folder.resolve("count");
      return Files.exists(count) ? Files.size(count) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program that starts a process in a folder that is to go with it, stops it, and waits to be killed. */
  static final class LeavesAProcessBehind {
    private LeavesAProcessBehind() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      PrivateProcess process = PrivateProcess.start(new Folder(Path.of(args[0]), true), Map.of(),
          List.of("sh", "-c", COUNTS, args[1]));
      await().until(() -> Files.exists(Path.of(args[1])));
      process.pause();
      Files.createFile(Path.of(args[2]));
      Thread.currentThread().join();
    }
  }
}
