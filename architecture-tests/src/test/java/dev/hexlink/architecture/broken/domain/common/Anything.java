package dev.hexlink.architecture.broken.domain.common;

/** A package that takes in everything. */
public final class Anything {}
