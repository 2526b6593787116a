package dev.hexlink.postgres.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why the store gave no answer, in one line: what the innermost failure says first. What follows there may show data, and is left out. */
final class Reason {
  private static final String UNKNOWN = "no answer";

  private Reason() {}

  static String of(@Nullable Throwable thrown) {
    SQLException innermost = innermost(thrown);
    Throwable told = innermost == null ? thrown : innermost;
    String message = told == null ? null : told.getMessage();
    return message == null ? UNKNOWN : message.lines().findFirst().orElse(UNKNOWN);
  }

  /** The SQL state of the innermost failure; empty when there is none. */
  static String stateOf(@Nullable Throwable thrown) {
    SQLException innermost = innermost(thrown);
    String state = innermost == null ? null : innermost.getSQLState();
    return state == null ? "" : state;
  }

  private static @Nullable SQLException innermost(@Nullable Throwable thrown) {
    SQLException found = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        found = sql;
      }
    }
    return found;
  }
}
