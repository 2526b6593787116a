package dev.hexlink.contracts.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server that belongs to one test: its process, its port, and a folder that outlives its starts. */
abstract sealed class PrivateServer implements AutoCloseable
    permits PrivatePostgres, PrivatePooler, PrivateRedis, PrivateBroker {
  static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final Folder folder;
  private final int port = FreePort.next();
  private @Nullable PrivateProcess process;

  PrivateServer(String name, Folder folder) {
    this.name = name;
    this.folder = folder;
  }

  abstract List<String> command();

  abstract Map<String, String> environment();

  abstract boolean isReady();

  /** Makes its folder fit for a start, whatever the last run left there. */
  abstract void prepare();

  public final int port() {
    return port;
  }

  /** Host and port. */
  public final String address() {
    return HOST + ":" + port;
  }

  /** Starts it again, with what it has, where it was. */
  public final void start() {
    kill();
    prepare();
    PrivateProcess started = PrivateProcess.start(folder, environment(), command());
    process = started;
    started.awaitReady(name, PATIENCE, this::isReady);
  }

  /** Ends all its processes as kill -9 does; nothing happens if there are none. */
  public final void kill() {
    if (process != null) {
      process.kill();
    }
  }

  /** Stops all its processes where they are, as SIGSTOP does: it still has its connections, and answers nobody. */
  public final void pause() {
    running().pause();
  }

  /** Lets it go on after a pause. */
  public final void resume() {
    running().resume();
  }

  /** The end of what it has printed. */
  public final String lastWords() {
    return process == null ? "" : process.lastWords();
  }

  @Override
  public final void close() {
    kill();
    folder.release();
  }

  final Folder folder() {
    return folder;
  }

  final Path path() {
    return folder.path();
  }

  private PrivateProcess running() {
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException(name + " at " + address() + " does not run");
    }
    return process;
  }
}
