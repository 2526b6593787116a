package dev.hexlink.architecture.broken.journal;

import org.postgresql.PGConnection;

/** A driver out of its adapter. */
public record SpeaksToPostgres(PGConnection connection) {}
