package dev.hexlink.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A temporary folder and the processes that were started for a run. Closing it, which an end of the program by Ctrl-C does too, ends
 * these processes and no other, then deletes the folder. It lies beside the results, so that it is on the disk of the checkout and not in
 * memory.
 */
final class Workspace implements AutoCloseable {
  private final Path home;
  private final Path folder;
  private final Deque<Started> started = new ArrayDeque<>();
  private boolean closed;
  private int folders;

  Workspace(Path home, Path parent) throws IOException {
    this.home = home;
    this.folder = Files.createTempDirectory(parent, "run-");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "cleaning up"));
  }

  Path home() {
    return home;
  }

  /** A file beside the script that runs the benchmarks. */
  Path benchmarkFile(String name) {
    return home.resolve("bootstrap/benchmarks").resolve(name);
  }

  synchronized Path newFolder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name + "-" + ++folders));
  }

  int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts a process that ends with this workspace, if not before. */
  synchronized Started start(List<String> command, Map<String, String> environment) throws IOException {
    if (closed) {
      throw new Impossible("the run was broken off");
    }
    Started process = Started.start(command, environment);
    started.push(process);
    return process;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    started.forEach(Started::stop);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("could not delete " + folder + ": " + e.getMessage());
    }
  }
}
