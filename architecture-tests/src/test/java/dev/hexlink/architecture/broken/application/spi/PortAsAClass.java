package dev.hexlink.architecture.broken.application.spi;

/** A port that is a class. */
public class PortAsAClass {}
