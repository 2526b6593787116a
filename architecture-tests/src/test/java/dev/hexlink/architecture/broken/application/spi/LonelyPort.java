package dev.hexlink.architecture.broken.application.spi;

/** A port without a contract. */
public interface LonelyPort {}
