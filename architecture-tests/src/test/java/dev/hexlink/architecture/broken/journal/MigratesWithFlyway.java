package dev.hexlink.architecture.broken.journal;

import org.flywaydb.core.Flyway;

/** A driver out of its adapter. */
public record MigratesWithFlyway(Flyway flyway) {}
