package dev.hexlink.postgres.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The schema is not there, is too old, or is being brought up to date; the message says which, and what to do. */
final class SchemaNotReady extends SQLException {
  SchemaNotReady(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
