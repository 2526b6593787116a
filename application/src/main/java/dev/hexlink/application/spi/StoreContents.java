package dev.hexlink.application.spi;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * All that a store holds, to be moved into another store. Nobody else may use either store meanwhile. Every method throws {@link LinksUnavailable} if
 * the store did not answer.
 */
public interface StoreContents {
  /**
   * Hands over every record the store holds, none twice; records that others refer to come before those (hosts, stacks, links, then the rest).
   *
   * @param taker takes one record at a time, so that a store of any size can be read
   */
  void readAll(Consumer<StoredRecord> taker);

  /** Whether the store holds nothing that was ever used: no facts, links, visits, nor anything else but the default host. */
  boolean isEmpty();

  /**
   * Stores every record in one transaction; what {@link #readAll} says afterwards is what was written, with instants kept to the millisecond and text
   * in a form that the store can hold. When it throws, the store is as empty as before.
   *
   * @param records in the order {@link #readAll} hands them over; what it throws is thrown on
   * @throws IllegalStateException if the store is not empty
   */
  void writeAll(Iterator<StoredRecord> records);
}
