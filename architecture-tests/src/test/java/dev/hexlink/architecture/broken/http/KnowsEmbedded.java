package dev.hexlink.architecture.broken.http;

import dev.hexlink.architecture.broken.embedded.Store;

/** An adapter that knows another. */
public record KnowsEmbedded(Store store) {}
