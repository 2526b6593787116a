package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line that ends by itself, in bounded time. */
record Command(List<String> words, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  static Command of(String... words) {
    return new Command(List.of(words), Map.of());
  }

  /**
   * Runs it and answers what it printed.
   *
   * @throws CommandFailure if it could not be started, did not end in time, or ended with anything but 0
   */
  String run() {
    return run("");
  }

  /** Runs it with something to read. */
  String run(String input) {
    try {
      Path in = Files.writeString(Files.createTempFile("hexlink-in", ""), input);
      Path out = Files.createTempFile("hexlink-out", "");
      try {
        return run(in, out);
      } finally {
        Files.delete(in);
        Files.delete(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(Path in, Path out) throws IOException {
    Process process = start(in, out);
    if (!hasEnded(process)) {
      process.destroyForcibly();
      throw new CommandFailure(words, "has not ended after " + PATIENCE);
    }
    String output = Files.readString(out);
    if (process.exitValue() != 0) {
      throw new CommandFailure(words, "ended with " + process.exitValue() + ": " + output.strip());
    }
    return output;
  }

  private Process start(Path in, Path out) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectInput(in.toFile())
        .redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CommandFailure(words, "cannot be started: " + e.getMessage());
    }
  }

  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a command runs", e);
    }
  }
}
