package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.HealthCheck.Health;
import io.micronaut.data.exceptions.DataAccessException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;

/**
 * The open H2 file and the only threads that enter it: one that writes, in the order of arrival, and several that read, each with a connection of
 * its own. A caller waits for them without being interruptible, and keeps its interrupt. What {@link #write} returned from survives a kill.
 */
public final class H2Store implements AutoCloseable {
  private static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(2);
  private static final long SYNC_SECONDS = 1;
  private static final long READERS_END_SECONDS = 12;

  private final Path file;
  private final ScheduledThreadPoolExecutor writer;
  private final ExecutorService readers;
  private final Housekeeping housekeeping = new Housekeeping();

  private H2Store(StoreUrl url) {
    this.file = url.databaseFile();
    this.writer = new ScheduledThreadPoolExecutor(1,
        work -> new StoreThread(work, "hexlink-h2-writer", url.forWriting(), false));
    AtomicInteger count = new AtomicInteger();
    this.readers = Executors.newFixedThreadPool(READERS,
        work -> new StoreThread(work, "hexlink-h2-reader-" + count.incrementAndGet(), url.forReading(), true));
  }

  /**
   * Opens the store in a folder, made if it is not there, and brings its tables up to date.
   *
   * @throws StoreNotOpened if another process has it open, or it cannot be read or written
   */
  public static H2Store open(Path folder) {
    return open(StoreUrl.in(folder));
  }

  static H2Store open(StoreUrl url) {
    H2Store store = new H2Store(url);
    try {
      store.on(store.writer, () -> StoreOpening.open(url));
      var _ = store.writer.scheduleWithFixedDelay(store.housekeeping::syncIfWritten, SYNC_SECONDS, SYNC_SECONDS,
          TimeUnit.SECONDS);
      return store;
    } catch (RuntimeException e) {
      store.writer.shutdown();
      store.readers.shutdown();
      throw e;
    }
  }

  /** Does work that changes nothing, beside other readers and the writer; sees what was committed before each of its statements. */
  <T> T read(Work<T> work, Outage outage) {
    return on(readers, () -> {
      try {
        return work.in(StoreThread.connection());
      } catch (SQLException | DataAccessException | MVStoreException e) {
        throw unanswered(outage, e);
      }
    }, outage);
  }

  /** Does work in one transaction, alone; it is committed, and in the file, when this returns. */
  <T> T write(Work<T> work, Outage outage) {
    return on(writer, () -> {
      try {
        return commit(StoreThread.connection(), work);
      } catch (SQLException | DataAccessException | MVStoreException e) {
        throw unanswered(outage, e);
      }
    }, outage);
  }

  /** Whether the store answers, in bounded time. */
  Health check() {
    try {
      CompletableFuture.supplyAsync(this::ask, readers).orTimeout(LONGEST_CHECK.toMillis(), TimeUnit.MILLISECONDS)
          .join();
      return Health.UP;
    } catch (CompletionException e) {
      return Health.down(e.getCause() instanceof TimeoutException
          ? "no answer within " + LONGEST_CHECK.toSeconds() + " s"
          : "the store " + file + " does not answer; is its disk full or failing?");
    } catch (RejectedExecutionException e) {
      return Health.down("closed");
    }
  }

  /** Lets work under way end, then closes the file in order; work that comes later gets no answer. */
  @Override
  public void close() {
    if (writer.isShutdown()) {
      return;
    }
    readers.shutdown();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(this::shutDown, writer);
    writer.shutdown();
    closed.join();
  }

  private void shutDown() {
    try {
      if (!readers.awaitTermination(READERS_END_SECONDS, TimeUnit.SECONDS)) {
        System.getLogger(H2Store.class.getName()).log(System.Logger.Level.WARNING, "a query is cut off by the stop");
      }
      housekeeping.syncIfWritten();
      new Sql("shutdown").run(StoreThread.connection());
    } catch (SQLException e) {
      System.getLogger(H2Store.class.getName()).log(System.Logger.Level.WARNING,
          "the store did not close in order; it recovers at the next start", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a store thread", e);
    }
  }

  private <T> T commit(Connection connection, Work<T> work) throws SQLException {
    boolean committed = false;
    try {
      T result = work.in(connection);
      connection.commit();
      committed = true;
      if (housekeeping.isDueAfterCommit()) {
        compactNext();
      }
      return result;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
  }

  private void compactNext() {
    try {
      writer.execute(housekeeping::compact);
    } catch (RejectedExecutionException e) {
      return; // closing, which compacts too
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      System.getLogger(H2Store.class.getName()).log(System.Logger.Level.WARNING,
          "a failed transaction was not rolled back; it was never committed", e);
    }
  }

  private boolean ask() {
    try {
      return new Sql("select 1").finds(StoreThread.connection());
    } catch (SQLException e) {
      StoreThread.giveUpBrokenConnection();
      throw new CompletionException(e);
    }
  }

  private <T> T on(ExecutorService threads, Supplier<T> work, Outage outage) {
    try {
      return on(threads, work);
    } catch (RejectedExecutionException e) {
      throw outage.of("the store is closed", e);
    }
  }

  /** Waits without being interruptible: {@code join} keeps the caller's interrupt for later. */
  private <T> T on(ExecutorService threads, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static RuntimeException unanswered(Outage outage, Exception cause) {
    StoreThread.giveUpBrokenConnection();
    return outage.of("the store did not answer: " + cause.getMessage(), cause);
  }
}
