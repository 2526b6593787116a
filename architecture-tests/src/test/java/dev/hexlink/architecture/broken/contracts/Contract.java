package dev.hexlink.architecture.broken.contracts;

/** A contract like any other. */
public interface Contract {}
