package dev.hexlink.contracts.servers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What happens to the bytes of one direction, in all connections of a proxy. */
final class Way {
  private static final long NEVER = Long.MAX_VALUE;

  private final AtomicLong carried = new AtomicLong();
  private final AtomicLong breaksAt = new AtomicLong(NEVER);
  private volatile long delayNanos;

  void delay(Duration delay) {
    delayNanos = delay.toNanos();
  }

  long delayNanos() {
    return delayNanos;
  }

  void breakAfter(long bytes) {
    breaksAt.set(carried.get() + bytes);
  }

  void breakNever() {
    breaksAt.set(NEVER);
  }

  long carried() {
    return carried.get();
  }

  /** How many of so many bytes may go on: if not all, the connection breaks after them, and none does after that one. */
  synchronized int admit(int bytes) {
    long left = breaksAt.get() - carried.get();
    if (left >= bytes) {
      carried.addAndGet(bytes);
      return bytes;
    }
    breaksAt.set(NEVER);
    carried.addAndGet(Math.max(0, left));
    return (int) Math.max(0, left);
  }
}
