package dev.hexlink.postgres.visits;

import dev.hexlink.domain.visit.Epoch;
import java.util.UUID;

/** How an epoch is kept in the store: as a UUID, which the store orders like epochs, by unsigned bits. */
public final class Epochs {
  private Epochs() {}

  public static UUID toUuid(Epoch epoch) {
    return new UUID(epoch.high(), epoch.low());
  }

  public static Epoch of(UUID uuid) {
    return new Epoch(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }
}
