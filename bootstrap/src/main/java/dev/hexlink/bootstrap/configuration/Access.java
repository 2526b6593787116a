package dev.hexlink.bootstrap.configuration;

/** Who may use the API. */
public enum Access {
  /** Everybody who reaches it. */
  OPEN,
  /** Callers with an API key. */
  KEYS
}
