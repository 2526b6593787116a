package dev.hexlink.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process that was started here, its standard output and error read line by line. */
final class Started {
  private static final int LINES_KEPT = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final long began;
  private final Process process;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * A line of output.
   *
   * @param at when it was read, on the clock of {@link System#nanoTime()}
   */
  private record Line(long at, String text) {}

  private Started(String name, long began, Process process) {
    this.name = name;
    this.began = began;
    this.process = process;
  }

  /** Variables of the caller that would configure Hexlink are not handed on, so that a run measures the defaults. */
  static Started start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(key -> key.startsWith("HEXLINK_") || key.startsWith("MICRONAUT_"));
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    Started started = new Started(command.getFirst(), began, builder.start());
    Thread.ofVirtual().name("output of " + started.name).start(started::read);
    return started;
  }

  private void read() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String text = output.readLine(); text != null; text = output.readLine()) {
        add(new Line(System.nanoTime(), text));
      }
    } catch (IOException e) {
      add(new Line(System.nanoTime(), "(its output ended: " + e.getMessage() + ")"));
    } finally {
      ended.countDown();
      synchronized (lines) {
        lines.notifyAll();
      }
    }
  }

  private void add(Line line) {
    synchronized (lines) {
      if (lines.size() == LINES_KEPT) {
        lines.removeFirst();
      }
      lines.addLast(line);
      lines.notifyAll();
    }
  }

  /**
   * Waits for a line, and says how long after the start of the process it was read.
   *
   * @throws Impossible if it does not come in time, or the process ends without it
   */
  Duration await(Predicate<String> wanted, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (lines) {
      while (true) {
        for (Line line : lines) {
          if (wanted.test(line.text)) {
            return Duration.ofNanos(line.at - began);
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || ended.getCount() == 0) {
          throw new Impossible(name + (left <= 0 ? " is not ready after " + patience : " ended") + ":\n" + output());
        }
        lines.wait(left);
      }
    }
  }

  /**
   * Waits for the end of the process, and gives its last lines.
   *
   * @throws Impossible if it fails, or does not end in time
   */
  String awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience) || !ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      stop();
      throw new Impossible(name + " did not end within " + patience + ":\n" + output());
    }
    if (process.exitValue() != 0) {
      throw new Impossible(name + " failed with status " + process.exitValue() + ":\n" + output());
    }
    return output();
  }

  private String output() {
    synchronized (lines) {
      return String.join("\n", lines.stream().map(Line::text).toList());
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks the process to end, and ends it and what it has started by force if it doesn't. */
  void stop() {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (process.waitFor(PATIENCE)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
