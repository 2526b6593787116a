package dev.hexlink.bootstrap.endtoend;

import dev.hexlink.contracts.servers.FreePort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Hexlink server in a process of its own, on a free port of the loopback address. */
final class ServerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final String port;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Thread reader = Thread.ofPlatform().daemon().unstarted(this::readOutput);

  private ServerProcess(Process process, String port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server on a data directory, without a create limit and on a free port unless the settings say otherwise, and waits until it says that
   * it is ready.
   */
  static ServerProcess start(Path data, Map<String, String> settings) {
    ServerProcess server = launch(data, settings);
    server.awaitReady();
    return server;
  }

  /**
   * Starts a server that may or may not become ready, or a command of the program. As with the launcher, jars of somebody else's adapters go into
   * {@code CLASSPATH}.
   */
  static ServerProcess launch(Path data, Map<String, String> settings, String... args) {
    String port = settings.getOrDefault("MICRONAUT_SERVER_PORT", Integer.toString(FreePort.next()));
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("MICRONAUT_SERVER_PORT", port);
    environment.put("HEXLINK_DATA", data.toString());
    environment.put("HEXLINK_LIMITS_CREATES_PER_MINUTE", "0");
    environment.putAll(settings);
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
            "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
            classPath(settings.getOrDefault("CLASSPATH", "")), "dev.hexlink.bootstrap.Main"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("HEXLINK_") || name.startsWith("MICRONAUT_"));
    builder.environment().putAll(environment);
    try {
      ServerProcess server = new ServerProcess(builder.start(), port);
      server.reader.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath(String more) {
    String ours = System.getProperty("java.class.path");
    return more.isEmpty() ? ours : ours + File.pathSeparator + more;
  }

  int port() {
    return Integer.parseInt(port);
  }

  String baseUrl() {
    return "http://localhost:" + port;
  }

  WireClient client() throws IOException {
    return new WireClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
  }

  /** What the server has printed. */
  String output() {
    return String.join("\n", lines);
  }

  /** Ends the process as kill -9 does. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks the process to end, and answers its exit code. */
  int terminate() {
    process.toHandle().destroy(); // Process.destroy would close its output as well, last words and all
    return awaitEnd();
  }

  /** Does what Ctrl-C does, and answers the exit code. */
  int interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return awaitEnd();
  }

  @Override
  public void close() {
    kill();
  }

  /** Waits until the process has ended and all its output is read, and answers its exit code. */
  int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server did not end:\n" + output());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitReady() {
    try {
      ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      kill();
      throw new IllegalStateException("the server did not start:\n" + output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void readOutput() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (line.contains("Hexlink is ready")) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IllegalStateException("the server ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }
}
