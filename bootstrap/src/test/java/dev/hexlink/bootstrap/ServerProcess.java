package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server as its users run it: a process of its own, on a free port of the loopback interface. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
  private static final Pattern READY = Pattern.compile("^Hexlink is ready: (http://localhost:[0-9]+)$",
      Pattern.MULTILINE);

  private final Process process;
  private final Path output;

  private ServerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a server; its data and its output are kept in {@code folder}.
   *
   * @param settings environment variables
   */
  public static ServerProcess start(Path folder, Map<String, String> settings) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command(folder)).redirectErrorStream(true)
          .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("HEXLINK_") || name.startsWith("MICRONAUT_"));
      builder.environment().put("MICRONAUT_SERVER_PORT", "0");
      builder.environment().put("HEXLINK_DATA", folder.resolve("data").toString());
      builder.environment().putAll(settings);
      return new ServerProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path folder) throws IOException {
    Path arguments = Files.createTempFile(folder, "java", ".args");
    Files.writeString(arguments, "-cp \"" + classPath().replace("\\", "\\\\") + "\"");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("@" + arguments, Main.class.getName()));
    return command;
  }

  /** What the server has on its class path: everything but tests. */
  private static String classPath() {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits until the server says that it is ready, and answers its base URL. */
  public String awaitReady() {
    await("ready").atMost(STARTS_WITHIN).pollInterval(Duration.ofMillis(20))
        .until(() -> READY.matcher(output()).find() || !process.isAlive());
    Matcher ready = READY.matcher(output());
    assertThat(ready.find()).as(output()).isTrue();
    return ready.group(1);
  }

  /** What the server has printed. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the server to end, by SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** Does what Ctrl-C does. */
  public void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the server on the spot, by SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Waits until the process has ended, and answers its exit status. */
  public int awaitEnd() {
    try {
      assertThat(process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)).as("ended; " + output()).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
