package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server's process with all the processes that come of it, to be killed or stopped as one. It is the child of a guard that waits for the end of
 * its input, which comes when this JVM ends, however it does; then the guard kills them all and deletes the folder if that is temporary.
 */
public final class PrivateProcess implements AutoCloseable {
  private static final Duration STOPPING = Duration.ofSeconds(30);
  private static final Duration BIRTH = Duration.ofSeconds(2);
  private static final int LAST_WORDS = 4_000;
  private static final String GUARD = """
      trap : INT TERM HUP
      folder=$1
      shift
      "$@" </dev/null &
      root=$!
      tree() {
        ps -A -o pid= -o ppid= | awk -v all="$root" '
          { parent[$1] = $2 }
          END {
            own[all] = 1
            do {
              more = 0
              for (pid in parent) if (!(pid in own) && parent[pid] in own) { own[pid] = 1; more = 1 }
            } while (more)
            for (pid in own) print pid
          }'
      }
      while read -r _; do :; done
      kill -STOP $(tree)
      kill -KILL $(tree)
      [ -z "$folder" ] || rm -rf "$folder"
      """;

  private final Process guard;
  private final Path log;

  private PrivateProcess(Process guard, Path log) {
    this.guard = guard;
    this.log = log;
  }

  /**
   * Starts it, with what it prints appended to a log in a folder, which stays.
   *
   * @param environment variables it has besides those of this JVM
   */
  public static PrivateProcess start(Path folder, Map<String, String> environment, List<String> command) {
    return start(Folder.at(folder), environment, command);
  }

  static PrivateProcess start(Folder folder, Map<String, String> environment, List<String> command) {
    Path log = folder.path().resolve("log");
    List<String> words = new ArrayList<>(
        List.of("sh", "-c", GUARD, "guard", folder.temporary() ? folder.path().toString() : ""));
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.path().toFile()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new PrivateProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it is ready.
   *
   * @throws IllegalStateException if it ended before or took too long, with its last words; it is killed then
   */
  public void awaitReady(String name, Duration patience, BooleanSupplier ready) {
    AtomicLong lastSeen = new AtomicLong(System.nanoTime());
    try {
      Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).atMost(patience)
          .until(() -> ready.getAsBoolean() || hasEnded(lastSeen));
    } catch (ConditionTimeoutException e) {
      kill();
      throw new IllegalStateException(name + " was not ready after " + patience + ":\n" + lastWords(), e);
    }
    if (hasEnded(lastSeen)) {
      kill();
      throw new IllegalStateException(name + " ended instead of being ready:\n" + lastWords());
    }
  }

  /** Nothing is to be seen of it while it is only just being made, which takes its time on a busy machine. */
  private boolean hasEnded(AtomicLong lastSeen) {
    long now = System.nanoTime();
    if (isAlive()) {
      lastSeen.setPlain(now);
    }
    return now - lastSeen.getPlain() > BIRTH.toNanos();
  }

  /** Whether any process of it is left. */
  public boolean isAlive() {
    return members().findAny().isPresent();
  }

  /** Ends all its processes as kill -9 does, and waits until they are gone. */
  public void kill() {
    Set<ProcessHandle> stopped = stopAll();
    signal("KILL", stopped);
    guard.destroyForcibly();
    awaitEnd(stopped.stream());
  }

  /** Asks it to end in good order, and kills what has not ended in time. */
  public void terminate() {
    signal("TERM", guard.children().toList());
    try {
      Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(STOPPING).until(() -> !isAlive());
    } finally {
      kill();
    }
  }

  /** Stops all its processes where they are; their sockets and files stay open. */
  public void pause() {
    stopAll();
  }

  /** Lets all its processes go on. */
  public void resume() {
    signal("CONT", members().toList());
  }

  /** The end of what it has printed. */
  public String lastWords() {
    try {
      String all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return all.substring(Math.max(0, all.length() - LAST_WORDS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** Parents first, and again until none has had another child meanwhile. */
  private Set<ProcessHandle> stopAll() {
    Set<ProcessHandle> stopped = new HashSet<>();
    for (List<ProcessHandle> found = members().toList(); stopped.addAll(found); found = members().toList()) {
      signal("STOP", found);
    }
    return stopped;
  }

  private Stream<ProcessHandle> members() {
    return guard.descendants().filter(PrivateProcess::runs);
  }

  /** Dead ones that nobody has asked about yet count as alive, but have no command any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private void awaitEnd(Stream<ProcessHandle> killed) {
    List<ProcessHandle> all = killed.toList();
    Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(STOPPING)
        .until(() -> all.stream().noneMatch(PrivateProcess::runs)
            && guard.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static void signal(String name, Iterable<ProcessHandle> processes) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", "kill -" + name + " \"$@\" || :", "kill"));
    processes.forEach(process -> words.add(Long.toString(process.pid())));
    if (words.size() > 4) {
      new Command(words, Map.of()).run();
    }
  }
}
