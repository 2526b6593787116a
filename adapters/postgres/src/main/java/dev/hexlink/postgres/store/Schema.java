package dev.hexlink.postgres.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The tables and what belongs to them, brought up to date once, before the first use. A schema that is up to date, or newer, is taken as it is, so
 * its migration may as well be left to somebody with more rights.
 */
final class Schema {
  private static final String MIGRATIONS = "classpath:hexlink/postgres/migration";
  private static final String HISTORY = "hexlink_schema_history";
  private static final String MAY_NOT = "42501";
  private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

  private final Flyway asUsed;
  private final Flyway asMigrated;
  private volatile boolean ready;
  private @Nullable CompletableFuture<Void> attempt;
  private long failedAt;

  Schema(Server used, Server migrated) {
    this.asUsed = flyway(used.connections());
    this.asMigrated = flyway(migrated.patientConnections());
  }

  private static Flyway flyway(DataSource connections) {
    return Flyway.configure(Schema.class.getClassLoader()).dataSource(connections).locations(MIGRATIONS).table(HISTORY)
        .createSchemas(false).baselineOnMigrate(true).baselineVersion("0").placeholderReplacement(false).load();
  }

  /**
   * Waits until the schema can be used.
   *
   * @throws SchemaNotReady if it cannot be yet; asking again tries again
   */
  void await(Duration longest) throws SchemaNotReady {
    if (ready) {
      return;
    }
    try {
      current().copy().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw notReady(e.getCause());
    }
  }

  /** The attempt that is under way, or has just ended; otherwise a new one. */
  private synchronized CompletableFuture<Void> current() {
    CompletableFuture<Void> last = attempt;
    if (last != null && (!last.isCompletedExceptionally() || isResting())) {
      return last;
    }
    CompletableFuture<Void> next = CompletableFuture.runAsync(this::bringUpToDate,
        work -> Thread.ofPlatform().daemon().name("hexlink-postgres-schema").start(work));
    attempt = next;
    return next;
  }

  private boolean isResting() {
    return System.nanoTime() - failedAt < REST_AFTER_FAILURE.toNanos();
  }

  private void bringUpToDate() {
    try {
      if (asUsed.info().pending().length > 0) {
        asMigrated.migrate();
      }
      ready = true;
    } catch (RuntimeException e) {
      noteFailure();
      throw e;
    }
  }

  private synchronized void noteFailure() {
    failedAt = System.nanoTime();
  }

  private SchemaNotReady notReady(@Nullable Throwable why) {
    if (why instanceof TimeoutException) {
      return new SchemaNotReady("the schema is being brought up to date", why);
    }
    SQLException cause = sqlCauseOf(why);
    if (cause != null && MAY_NOT.equals(cause.getSQLState())) {
      return new SchemaNotReady("the schema is not there or older than version " + newest()
          + ", and this user may not change it; set hexlink.postgres.migration-user to one who may ("
          + firstLineOf(cause)
          + ")", why);
    }
    return new SchemaNotReady(firstLineOf(cause == null ? why : cause), why);
  }

  private @Nullable MigrationVersion newest() {
    try {
      return Arrays.stream(asUsed.info().all()).map(MigrationInfo::getVersion).filter(version -> version != null)
          .max(MigrationVersion::compareTo).orElse(null);
    } catch (FlywayException e) {
      return null;
    }
  }

  private static @Nullable SQLException sqlCauseOf(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  private static String firstLineOf(@Nullable Throwable thrown) {
    String message = thrown == null ? null : thrown.getMessage();
    return message == null ? "no answer" : message.lines().findFirst().orElse("no answer");
  }
}
