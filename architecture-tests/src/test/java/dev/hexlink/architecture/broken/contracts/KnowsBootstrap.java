package dev.hexlink.architecture.broken.contracts;

import dev.hexlink.architecture.broken.bootstrap.Start;

/** A contract that knows what was chosen. */
public record KnowsBootstrap(Start start) {}
