package dev.hexlink.architecture.broken.application;

import jakarta.inject.Singleton;

/** The application leans on a framework. */
@Singleton
public final class KnowsAFramework {}
