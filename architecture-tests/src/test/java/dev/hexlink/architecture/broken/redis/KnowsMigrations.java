package dev.hexlink.architecture.broken.redis;

import dev.hexlink.architecture.broken.journal.MigratesWithFlyway;

/** An adapter that knows another. */
public record KnowsMigrations(MigratesWithFlyway other) {}
