package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type does what it says. */
@Tag("slow")
class ReadmeTest {
  private static final Pattern TRIED = Pattern.compile("<!-- tried by a test -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LAUNCHED = Pattern.compile("^\\./hexlink( [a-z]+)?$", Pattern.MULTILINE);

  @TempDir
  Path data;

  @Test
  void itsCurlsCreateFollowAndCount() throws Exception {
    Matcher block = TRIED.matcher(readme());
    assertThat(block.find()).isTrue();
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      String script = block.group(1).replace("http://localhost:8080", server.baseUrl());
      String count = "\ncurl -sS \"" + server.baseUrl() + "/api/v1/links/$code/stats\"\n";
      String said = run(List.of("bash", "-euc", script));
      assertThat(said).contains("\"shortUrl\":\"" + server.baseUrl() + "/").contains("HTTP/1.1 307")
          .containsIgnoringCase("location: https://example.com/a/long/path").contains("\"total\":");
      String setCode = "code=$(curl -sS '" + server.baseUrl()
          + "/api/v1/links' | sed -E 's/.*\"shortCode\":\"([^\"]+)\".*/\\1/')";
      await().atMost(Duration.ofSeconds(2))
          .untilAsserted(() -> assertThat(run(List.of("bash", "-euc", setCode + count))).contains("\"total\":1"));
    }
  }

  @Test
  void itsLauncherCommandsExist() throws Exception {
    String help = run(List.of(root().resolve("hexlink").toString(), "help"));
    assertThat(LAUNCHED.matcher(readme()).results()).isNotEmpty().allSatisfy(command -> {
      String word = command.group(1) == null ? "[run]" : command.group(1).strip();
      assertThat(help).contains("./hexlink " + word);
    });
  }

  private static String readme() throws IOException {
    return Files.readString(root().resolve("README.md"));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("hexlink")) || !Files.exists(folder.resolve("README.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "the repository's root");
    }
    return folder;
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
