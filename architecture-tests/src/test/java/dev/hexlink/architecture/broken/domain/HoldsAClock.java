package dev.hexlink.architecture.broken.domain;

import java.time.Clock;

/** The domain holds a clock. */
public record HoldsAClock(Clock clock) {}
