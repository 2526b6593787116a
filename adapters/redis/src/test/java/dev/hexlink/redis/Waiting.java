package dev.hexlink.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass for a server whose clock nobody moves. */
final class Waiting {
  private Waiting() {}

  static void forAsLongAs(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
