package dev.hexlink.application.admit;

import dev.hexlink.application.api.Readiness;
import java.util.List;

/** Looks at the health of what was chosen unless that has to wait. */
public final class SheddingHealth implements Readiness {
  private final Readiness inner;
  private final LoadShedding load;

  public SheddingHealth(Readiness inner, LoadShedding load) {
    this.inner = inner;
    this.load = load;
  }

  @Override
  public List<Check> look() {
    return load.within(WorkClass.HEALTH, inner::look);
  }
}
