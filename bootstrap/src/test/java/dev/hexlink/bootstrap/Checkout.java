package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A checkout whose path has a space and where nothing is built, on a machine that has no more tools than a test wants. */
final class Checkout implements AutoCloseable {
  private static final Path REAL = Path.of("..").toAbsolutePath().normalize();
  private static final String SERVERS = "adapters/port-contracts/with-servers";

  private final Path folder;
  private final Path home;
  private final Path tools;
  private final Map<String, String> environment = new HashMap<>();

  Checkout(Path folder) throws IOException {
    this.folder = Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    this.home = Files.createDirectories(folder.resolve("a clone"));
    this.tools = Files.createDirectories(folder.resolve("bin"));
    copy("hexlink");
    copy(SERVERS);
    environment.put("PATH", tools.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  Path home() {
    return home;
  }

  Path tools() {
    return tools;
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Rewrites the script that has servers at hand. */
  void changeServers(UnaryOperator<String> change) throws IOException {
    Path script = home.resolve(SERVERS);
    Files.writeString(script, change.apply(Files.readString(script)));
  }

  /** Lets it look for programs and settings of the system below the test's folder alone. */
  void hideTheSystem() throws IOException {
    Files.createDirectories(folder.resolve("usr/sbin"));
    changeServers(script -> script.replaceAll("(?<=[ =])/(usr|opt)/", folder + "/$1/"));
  }

  /** Makes tools of this machine known by their names. */
  void link(String... names) throws IOException {
    for (String name : names) {
      Files.createSymbolicLink(tools.resolve(name), find(name));
    }
  }

  /** Makes a tool of a script. */
  void install(String tool, String script) throws IOException {
    Files.deleteIfExists(tools.resolve(tool));
    Path file = Files.writeString(tools.resolve(tool), "#!/usr/bin/env bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Runs the launcher, which must end with a status, and answers all it printed. */
  String run(int status, String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(status);
    return output;
  }

  Process start(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("hexlink").toString()).directory(folder.toFile())
        .redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Unlinks the tools, about each of which JUnit would have a word to say. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private void copy(String file) throws IOException {
    Path copy = home.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(REAL.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static Path find(String tool) {
    return Stream.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/usr/sbin", "/sbin").map(Path::of)
        .map(directory -> directory.resolve(tool)).filter(Files::isExecutable).findFirst().orElseThrow();
  }
}
