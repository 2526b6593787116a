package dev.hexlink.application.fakes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Holds calls while it is shut. */
public final class Gate {
  private static final long LONGEST_SECONDS = 30;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean shut;
  private int held;

  public void shut() {
    lock.lock();
    try {
      shut = true;
    } finally {
      lock.unlock();
    }
  }

  public void open() {
    lock.lock();
    try {
      shut = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Goes through, or waits until the gate is opened. */
  public void pass() {
    lock.lock();
    try {
      held++;
      changed.signalAll();
      waitWhile(() -> shut);
      held--;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until so many calls are held. */
  public void awaitHeld(int calls) {
    lock.lock();
    try {
      waitWhile(() -> held < calls);
    } finally {
      lock.unlock();
    }
  }

  private void waitWhile(BooleanSupplier condition) {
    long nanos = TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    try {
      while (condition.getAsBoolean()) {
        if (nanos <= 0) {
          throw new AssertionError("nothing moved at the gate");
        }
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
