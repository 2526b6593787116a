package dev.hexlink.architecture.broken.domain;

import dev.hexlink.architecture.broken.application.api.UseCase;

/** The domain looks outwards. */
public final class KnowsTheApplication {
  UseCase useCase() {
    return new UseCase() {};
  }
}
