package dev.hexlink.postgres.store;

/** What chooses this store. */
public final class StoreChoice {
  public static final String KEY = "hexlink.adapters.links";
  /** The name every adapter of this module is offered under. */
  public static final String POSTGRES = "postgres";

  private StoreChoice() {}
}
