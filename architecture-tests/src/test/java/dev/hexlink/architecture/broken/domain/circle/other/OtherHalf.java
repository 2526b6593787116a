package dev.hexlink.architecture.broken.domain.circle.other;

import dev.hexlink.architecture.broken.domain.circle.OneHalf;

/** Needs the first half. */
public record OtherHalf(OneHalf other) {}
