package dev.hexlink.postgres.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Postgres is, and how many connections each kind of work may hold. What stands in a URL's parameters wins over what this program would set.
 *
 * @param url where the primary is; may lead through a pooler that lends connections by the transaction
 * @param user who connects; by default the user in the URL
 * @param password that user's; a secret
 * @param migrationUrl where the schema is brought up to date: directly, not through a pooler; by default url
 * @param migrationUser who owns the schema; by default user
 * @param migrationPassword that user's; a secret
 * @param replicaUrl where statistics are read; by default the primary
 * @param redirectWait how long a redirect waits for a connection, at least 250 ms; everything else waits for 1 s
 * @param redirectConnections how many connections redirects may hold
 * @param apiConnections how many connections requests of the API may hold
 * @param workerConnections how many connections the storing of visits may hold
 * @param statisticsConnections how many connections statistics may hold
 */
@ConfigurationProperties("hexlink.postgres")
public record PostgresConfiguration(
    @Bindable(defaultValue = "jdbc:postgresql://localhost:5432/hexlink") String url, @Nullable String user,
    @Nullable String password, @Nullable String migrationUrl, @Nullable String migrationUser,
    @Nullable String migrationPassword, @Nullable String replicaUrl,
    @Bindable(defaultValue = "250ms") Duration redirectWait,
    @Bindable(defaultValue = "8") int redirectConnections, @Bindable(defaultValue = "8") int apiConnections,
    @Bindable(defaultValue = "4") int workerConnections, @Bindable(defaultValue = "4") int statisticsConnections) {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /**
   * @throws IllegalArgumentException if a URL is none of Postgres, a wait is too short, or a pool would be empty
   */
  public PostgresConfiguration {
    checkUrl("url", url);
    checkUrl("migration-url", migrationUrl);
    checkUrl("replica-url", replicaUrl);
    if (redirectWait.compareTo(SHORTEST_WAIT) < 0) {
      throw new IllegalArgumentException("hexlink.postgres.redirect-wait is at least 250 ms, not " + redirectWait);
    }
    checkSize("redirect-connections", redirectConnections);
    checkSize("api-connections", apiConnections);
    checkSize("worker-connections", workerConnections);
    checkSize("statistics-connections", statisticsConnections);
  }

  int connections(Pool pool) {
    return switch (pool) {
      case REDIRECT -> redirectConnections;
      case API -> apiConnections;
      case WORKER -> workerConnections;
      case STATISTICS -> statisticsConnections;
    };
  }

  /** How long work of a kind waits for a connection. */
  Duration longestWait(Pool pool) {
    return pool == Pool.REDIRECT ? redirectWait : LONGEST_WAIT;
  }

  Server primary() {
    return new Server(url, user, password);
  }

  Server replica() {
    return replicaUrl == null ? primary() : new Server(replicaUrl, user, password);
  }

  /** The one that lets its user change the schema. */
  Server migration() {
    String where = migrationUrl == null ? url : migrationUrl;
    return migrationUser == null
        ? new Server(where, user, password)
        : new Server(where, migrationUser, migrationPassword);
  }

  private static void checkUrl(String key, @Nullable String url) {
    if (url != null && !url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("hexlink.postgres." + key + " begins with " + SCHEME + ", unlike " + url);
    }
  }

  private static void checkSize(String key, int connections) {
    if (connections < 1) {
      throw new IllegalArgumentException("hexlink.postgres." + key + " is at least 1, not " + connections);
    }
  }

  @Override
  public String toString() {
    return "PostgresConfiguration[" + primary() + ", migrations " + migration() + ", replica " + replica() + "]";
  }
}
