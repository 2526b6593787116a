package dev.hexlink.architecture.broken.domain;

import java.util.random.RandomGenerator;

/** The domain holds dice. */
public record HoldsDice(RandomGenerator dice) {}
