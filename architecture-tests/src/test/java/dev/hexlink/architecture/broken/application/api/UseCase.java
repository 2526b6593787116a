package dev.hexlink.architecture.broken.application.api;

/** A use case that nobody asked for. */
public interface UseCase {}
