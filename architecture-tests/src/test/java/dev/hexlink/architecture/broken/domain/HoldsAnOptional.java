package dev.hexlink.architecture.broken.domain;

import java.util.Optional;

/** A field that wraps what may be missing. */
@SuppressWarnings("FieldMissingNullable") // broken on purpose
public record HoldsAnOptional(Optional<String> word) {}
