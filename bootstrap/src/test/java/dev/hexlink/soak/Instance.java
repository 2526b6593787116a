package dev.hexlink.soak;

import dev.hexlink.bootstrap.endtoend.WireClient;
import dev.hexlink.contracts.servers.FreePort;
import dev.hexlink.contracts.servers.PrivateProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A Hexlink in a process of its own, which comes back to the same port and the same data after a kill. */
final class Instance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ANSWER_MILLIS = 5_000;

  private final String name;
  private final Path folder;
  private final int port = FreePort.next();
  private final Map<String, String> settings;
  private @Nullable PrivateProcess process;

  /**
   * @param folder what it keeps lies there, and what it prints
   * @param settings environment variables; it has no others of Hexlink's
   */
  Instance(String name, Path folder, Map<String, String> settings) {
    this.name = name;
    this.folder = folder;
    this.settings = settings;
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** Starts it, and does not wait until it is ready. */
  void launch() {
    List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH")));
    environment().forEach((variable, value) -> command.add(variable + "=" + value));
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
        "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
        System.getProperty("java.class.path"), "dev.hexlink.bootstrap.Main"));
    process = PrivateProcess.start(folder, Map.of(), command);
  }

  void awaitReady() {
    process().awaitReady(name, PATIENCE, this::isReady);
  }

  boolean isReady() {
    try (WireClient wire = wire()) {
      return wire.get("/readyz").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void kill() {
    process().kill();
  }

  void pause() {
    process().pause();
  }

  void resume() {
    process().resume();
  }

  /** The value of a metric; empty when it does not answer, or has none. */
  OptionalDouble metric(String metric) {
    try (WireClient wire = wire()) {
      return wire.get("/metrics").body().lines()
          .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).findFirst();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  /** A connection to it alone. */
  WireClient wire() throws IOException {
    return new WireClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
  }

  /** The end of what it has printed. */
  String lastWords() {
    return process == null ? "" : process.lastWords();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }

  private PrivateProcess process() {
    return Objects.requireNonNull(process, "not launched");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(settings);
    environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    environment.put("HEXLINK_DATA", folder.resolve("data").toString());
    return environment;
  }
}
