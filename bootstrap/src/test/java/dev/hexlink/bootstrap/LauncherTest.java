package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own words, in a checkout whose path has a space and where nothing is built. */
class LauncherTest {
  private static final Path REAL = Path.of("..", "hexlink").toAbsolutePath().normalize();
  private static final List<String> TOOLS = List.of("bash", "env", "dirname", "readlink", "cat", "sed", "find", "head",
      "mkdir", "touch", "tee", "mv", "grep", "tail");

  @TempDir
  private Path folder;
  private Path home;
  private Path launcher;
  private Path tools;

  @BeforeEach
  void copyLauncher() throws IOException {
    home = Files.createDirectories(folder.resolve("a clone"));
    launcher = Files.copy(REAL, home.resolve("hexlink"), StandardCopyOption.COPY_ATTRIBUTES);
    tools = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), find(tool));
    }
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    assertThat(run(0, "help")).contains("./hexlink [run]", "./hexlink test", "./hexlink check", "./hexlink bench");
  }

  @Test
  void anUnknownCommandIsAnError() throws Exception {
    assertThat(run(1, "rnu")).isEqualTo("hexlink: there is no \"rnu\"; ./hexlink help lists what there is\n");
  }

  @Test
  void withoutMavenOneLineSaysWhatToInstall() throws Exception {
    assertThat(run(1)).isEqualTo("hexlink: Maven 3.8.1 or newer is missing; install the package maven\n");
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLog() throws Exception {
    install("mvn",
        "echo '[INFO] Building Hexlink :: Domain 0.1.0-SNAPSHOT  [2/9]'; echo '[ERROR] it does not compile'; exit 1");

    assertThat(run(1)).contains("  [2/9] Hexlink :: Domain\n", "[ERROR] it does not compile\n")
        .endsWith("the build failed; the whole log is " + home.resolve("bootstrap/target/build.log") + "\n");
  }

  @Test
  void mavenRunsOnTheJdkThatWasFound() throws Exception {
    install("mvn", "echo \"on $JAVA_HOME in $PWD with $*\"");

    assertThat(run(0, "check", "-X")).isEqualTo("on " + System.getProperty("java.home") + " in "
        + home.toRealPath() + " with -B --no-transfer-progress -T 1C test -DexcludedGroups=slow -X\n");
  }

  private void install(String tool, String script) throws IOException {
    Path file = Files.writeString(tools.resolve(tool), "#!/usr/bin/env bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String run(int status, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString()).directory(folder.toFile())
        .redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home")));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(status);
    return output;
  }

  private static Path find(String tool) {
    return List.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin").stream().map(Path::of)
        .map(directory -> directory.resolve(tool)).filter(Files::isExecutable).findFirst().orElseThrow();
  }
}
