package dev.hexlink.architecture.broken.domain.circle;

import dev.hexlink.architecture.broken.domain.circle.other.OtherHalf;

/** Needs the other half. */
public record OneHalf(OtherHalf other) {}
