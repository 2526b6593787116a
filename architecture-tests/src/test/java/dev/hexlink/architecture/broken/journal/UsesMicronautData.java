package dev.hexlink.architecture.broken.journal;

import io.micronaut.data.annotation.MappedEntity;

/** A driver out of its adapter. */
@MappedEntity
public record UsesMicronautData(String name) {}
