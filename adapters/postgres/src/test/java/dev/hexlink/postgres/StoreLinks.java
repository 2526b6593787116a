package dev.hexlink.postgres;

import dev.hexlink.application.spi.Links;
import dev.hexlink.postgres.store.PostgresStore;

/** The links of a store, for tests of what refers to them. */
public final class StoreLinks {
  private StoreLinks() {}

  public static Links of(PostgresStore store) {
    return new PostgresLinks(store, new Domains(store));
  }
}
