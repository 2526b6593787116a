package dev.hexlink.architecture.broken.embedded;

/** An adapter like any other. */
public final class Store {}
