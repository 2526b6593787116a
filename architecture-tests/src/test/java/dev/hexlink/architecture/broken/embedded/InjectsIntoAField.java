package dev.hexlink.architecture.broken.embedded;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Hides what it needs. */
public class InjectsIntoAField {
  @Inject
  @Nullable
  Store store;
}
