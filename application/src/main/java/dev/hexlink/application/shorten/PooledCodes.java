package dev.hexlink.application.shorten;

import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.CodePool.PooledCode;
import dev.hexlink.application.spi.CodePoolUnavailable;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.code.PreGeneratedPool;
import dev.hexlink.domain.link.CodeOrigin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Codes from the shared pool, taken a handful at a time. The pool is refilled from the counter in the background; when it is empty or out of
 * reach, codes come from the counter directly.
 */
public final class PooledCodes implements CodeAllocator {
  private static final int HANDFUL = 100;

  private final CodePool pool;
  private final PreGeneratedPool policy;
  private final CountedCodes counted;
  private final Executor background;
  private final AtomicBoolean refilling = new AtomicBoolean();
  private final Deque<PooledCode> hand = new ArrayDeque<>();

  public PooledCodes(CodePool pool, PreGeneratedPool policy, CountedCodes counted, Executor background) {
    this.pool = pool;
    this.policy = policy;
    this.counted = counted;
    this.background = background;
  }

  @Override
  public synchronized AllocatedCode next() {
    PooledCode pooled;
    do {
      if (hand.isEmpty()) {
        fillHand();
      }
      pooled = hand.poll();
    } while (pooled != null && counted.isKnownTaken(pooled.value()));
    return pooled == null
        ? counted.next()
        : new AllocatedCode(pooled.code(), new CodeOrigin.Counted(pooled.value()));
  }

  @Override
  public void collided(AllocatedCode code) {
    counted.collided(code);
  }

  private void fillHand() {
    try {
      hand.addAll(pool.take(HANDFUL));
    } catch (CodePoolUnavailable e) {
      return;
    }
    if (refilling.compareAndSet(false, true)) {
      try {
        background.execute(this::refill);
      } catch (RejectedExecutionException e) {
        refilling.set(false);
      }
    }
  }

  private void refill() {
    try {
      for (int missing = policy.missing(pool.fill()); missing > 0; missing -= HANDFUL) {
        List<PooledCode> made = new ArrayList<>();
        for (int i = 0; i < Math.min(missing, HANDFUL); i++) {
          AllocatedCode code = counted.next();
          made.add(new PooledCode(code.code(), ((CodeOrigin.Counted) code.origin()).value()));
        }
        pool.put(made);
      }
    } catch (PortUnavailable e) {
      // The codes made so far are lost, which the port allows; the next empty hand tries again.
    } finally {
      refilling.set(false);
    }
  }
}
