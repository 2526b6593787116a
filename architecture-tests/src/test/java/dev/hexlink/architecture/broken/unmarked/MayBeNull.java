package dev.hexlink.architecture.broken.unmarked;

/** In a package without a mark. */
public final class MayBeNull {}
