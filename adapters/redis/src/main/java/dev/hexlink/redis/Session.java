package dev.hexlink.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;

/**
 * A connection that is ready for use.
 *
 * @param era which life of the server it leads to: another one after every restart and every fail-over, even if the data came through
 */
record Session(StatefulRedisConnection<String, String> connection, String era) {
  RedisAsyncCommands<String, String> commands() {
    return connection.async();
  }

  /** Ends the connection without waiting for anything; what is under way on it fails at once. */
  void hangUp() {
    if (connection.isOpen()) {
      var _ = connection.closeAsync();
    }
  }
}
