package dev.hexlink.architecture.broken.postgres;

import dev.hexlink.architecture.broken.embedded.Store;

/** An adapter that knows another. */
public record KnowsTheStore(Store other) {}
