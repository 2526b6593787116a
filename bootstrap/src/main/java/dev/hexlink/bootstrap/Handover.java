package dev.hexlink.bootstrap;

import dev.hexlink.application.spi.StoredRecord;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands records from the thread that reads a store to whoever writes another, with a bounded number of them in between. What ends the reading is
 * thrown where the next record is asked for; what ends the writing ends the reading too.
 */
final class Handover implements Iterator<StoredRecord>, AutoCloseable {
  private static final int MOST_BETWEEN = 4_000;
  private static final long LOOK_UP_MILLIS = 100;

  private final BlockingQueue<Step> between = new ArrayBlockingQueue<>(MOST_BETWEEN);
  private final Thread reader;
  private volatile boolean closed;
  private @Nullable Step next;

  private Handover(Consumer<Consumer<StoredRecord>> reading) {
    this.reader = Thread.ofPlatform().daemon().name("store-reader").unstarted(() -> read(reading));
  }

  /**
   * Begins to read.
   *
   * @param reading hands over each record, and returns after the last
   */
  static Handover from(Consumer<Consumer<StoredRecord>> reading) {
    Handover handover = new Handover(reading);
    handover.reader.start();
    return handover;
  }

  private void read(Consumer<Consumer<StoredRecord>> reading) {
    Step last = new Step.Failed(new IllegalStateException("the store was not read to its end"));
    try {
      reading.accept(this::hand);
      last = new Step.End();
    } catch (RuntimeException e) {
      last = new Step.Failed(e);
    } finally {
      isHanded(last);
    }
  }

  private void hand(StoredRecord record) {
    if (!isHanded(new Step.Taken(record))) {
      throw new IllegalStateException("nobody takes records any more");
    }
  }

  private boolean isHanded(Step step) {
    try {
      while (!closed) {
        if (between.offer(step, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the reader", e);
    }
  }

  @Override
  public boolean hasNext() {
    return switch (peek()) {
      case Step.Taken _ -> true;
      case Step.End _ -> false;
      case Step.Failed(RuntimeException why) -> throw why;
    };
  }

  @Override
  public StoredRecord next() {
    if (hasNext() && next instanceof Step.Taken(StoredRecord record)) {
      next = null;
      return record;
    }
    throw new NoSuchElementException("all records were handed over");
  }

  private Step peek() {
    Step step = next;
    if (step == null) {
      try {
        step = between.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts the writer", e);
      }
      next = step;
    }
    return step;
  }

  /** Lets the reader end, wherever it is, and waits for it. */
  @Override
  public void close() {
    closed = true;
    between.clear();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What comes from the reader. */
  private sealed interface Step {
    /** A record. */
    record Taken(StoredRecord record) implements Step {}

    /** There are no more. */
    record End() implements Step {}

    /** The store could not be read on. */
    record Failed(RuntimeException why) implements Step {}
  }
}
