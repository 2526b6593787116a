package dev.hexlink.postgres.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
  private static final String MAY_CREATE = "select current_user as me, has_schema_privilege(current_schema(), 'create') as may";
  private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

  /** Whoever starts later waits here, and finds the schema up to date. Held by a transaction, as a pooler knows no sessions. */
  private static final String HAVE_IT_ALONE = "select pg_advisory_xact_lock(1751480429, 4)";

  private final Flyway asUsed;
  private final Flyway asMigrated;
  private final DataSource migration;
  private volatile boolean ready;
  private @Nullable CompletableFuture<Void> attempt;
  private long failedAt;

  Schema(Server used, Server migrated) {
    this.asUsed = flyway(used.connections());
    this.migration = migrated.patientConnections();
    this.asMigrated = flyway(migration);
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
      if (isBehind(asUsed)) {
        migrate();
      }
      ready = true;
    } catch (SQLException e) {
      noteFailure();
      throw new CompletionException(e);
    } catch (RuntimeException e) {
      noteFailure();
      throw e;
    }
  }

  private void migrate() throws SQLException {
    try (Connection connection = migration.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(HAVE_IT_ALONE);
      if (isBehind(asMigrated)) {
        refuseWithoutRight(statement);
        asMigrated.migrate();
      }
      connection.rollback();
    }
  }

  private void refuseWithoutRight(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(MAY_CREATE)) {
      row.next();
      if (!row.getBoolean("may")) {
        throw new SchemaNotReady("the schema is not there or older than version " + newest() + ", and "
            + row.getString("me") + " may not change it; set hexlink.postgres.migration-user to one who may", null);
      }
    }
  }

  /** Who may not even read the history cannot tell. */
  private static boolean isBehind(Flyway flyway) {
    try {
      return flyway.info().pending().length > 0;
    } catch (FlywayException e) {
      if (Reason.stateOf(e).equals(MAY_NOT)) {
        return true;
      }
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
    return new SchemaNotReady(Reason.of(why), why);
  }

  private @Nullable MigrationVersion newest() {
    try {
      return Arrays.stream(asUsed.info().all()).map(MigrationInfo::getVersion).filter(version -> version != null)
          .max(MigrationVersion::compareTo).orElse(null);
    } catch (FlywayException e) {
      return null;
    }
  }
}
