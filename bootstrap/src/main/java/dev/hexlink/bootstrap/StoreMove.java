package dev.hexlink.bootstrap;

import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;

/** The move of all that one store holds into another: all of it, or nothing. */
final class StoreMove {
  private static final long SAID_EVERY = 100_000;

  private final StoreContents from;
  private final StoreContents to;
  private final Consumer<String> say;

  /**
   * @param to holds nothing
   * @param say takes a line now and then, as it may take a while
   */
  StoreMove(StoreContents from, StoreContents to, Consumer<String> say) {
    this.from = from;
    this.to = to;
    this.say = say;
  }

  /** Moves everything; what there was. */
  Tally run() {
    Tally moved = new Tally();
    try (Handover handover = Handover.from(from::readAll)) {
      to.writeAll(counted(handover, moved));
    }
    return moved;
  }

  private Iterator<StoredRecord> counted(Iterator<StoredRecord> records, Tally moved) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public StoredRecord next() {
        StoredRecord record = records.next();
        moved.count(record);
        if (moved.total() % SAID_EVERY == 0) {
          say.accept(String.format(Locale.ROOT, "%,12d  records so far", moved.total()));
        }
        return record;
      }
    };
  }
}
