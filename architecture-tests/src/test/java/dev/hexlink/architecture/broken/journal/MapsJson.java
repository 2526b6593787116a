package dev.hexlink.architecture.broken.journal;

import io.micronaut.serde.annotation.Serdeable;

/** JSON out of its adapter. */
@Serdeable
public record MapsJson(String name) {}
