package dev.hexlink.architecture.broken.application;

import dev.hexlink.architecture.broken.embedded.Store;

/** The application looks outwards. */
public record KnowsAnAdapter(Store store) {}
