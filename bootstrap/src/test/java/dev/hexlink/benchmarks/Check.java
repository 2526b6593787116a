package dev.hexlink.benchmarks;

/** Something that must hold, or the figures are worth nothing. */
public record Check(String name, boolean holds, String explanation) {}
