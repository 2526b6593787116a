package dev.hexlink.bootstrap.configuration;

/** The name of an allocation policy. */
public enum Policy {
  /** Codes of counts that are leased in blocks. */
  LEASED_COUNTER,
  /** Such codes, made ahead and kept in a pool that instances share. */
  POOL,
  /** Codes of time, worker number and sequence; no counter. */
  SNOWFLAKE,
  /** Long codes drawn by chance, for private links. */
  RANDOM
}
