package dev.hexlink.application.shorten;

/** Gives out codes for new links by one of the allocation policies. May block to fetch a supply; never looks a code up. */
public interface CodeAllocator {
  /**
   * The next code, allowed by the word policy.
   *
   * @throws dev.hexlink.application.spi.PortUnavailable if the supply is used up and no other can be had
   */
  AllocatedCode next();

  /** Tells the allocator that the store refused a code it gave out. */
  void collided(AllocatedCode code);
}
