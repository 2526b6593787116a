package dev.hexlink.application.shorten;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.CodeBook;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Codes from a leased block of counts. The next block is leased in the background when half of the current one is used. When too many codes of
 * one lease collide, the counter is raised past the store's highest value, once: codes from before then no longer count.
 */
public final class CountedCodes implements CodeAllocator {
  private static final Logger LOG = System.getLogger(CountedCodes.class.getName());

  private final CodeCounter counter;
  private final Links links;
  private final Stack stack;
  private final CodeBook book;
  private final WordPolicy words;
  private final CollisionRetry retry;
  private final int blockSize;
  private final Executor background;
  private final LongAdder raised = new LongAdder();

  private long position;
  private long end;
  private int collisions;
  private volatile long raisedPast = -1;
  private @Nullable CompletableFuture<CodeBlock> upcoming;

  public CountedCodes(CodeCounter counter, Links links, Stack stack, CodeBook book, WordPolicy words,
      CollisionRetry retry, int blockSize,
      Executor background) {
    this.counter = counter;
    this.links = links;
    this.stack = stack;
    this.book = book;
    this.words = words;
    this.retry = retry;
    this.blockSize = blockSize;
    this.background = background;
  }

  @Override
  public synchronized AllocatedCode next() {
    while (true) {
      if (position == end) {
        enter(nextBlock());
      }
      long value = stack.valueAt(position++);
      if (upcoming == null && end - position <= blockSize / 2) {
        upcoming = leaseAhead();
      }
      ShortCode code = book.codeOf(value);
      if (words.allowsGenerated(code)) {
        return new AllocatedCode(code, new CodeOrigin.Counted(value));
      }
    }
  }

  @Override
  public synchronized void collided(AllocatedCode code) {
    if (code.origin() instanceof CodeOrigin.Counted(long value) && isKnownTaken(value)) {
      return;
    }
    collisions++;
    if (retry.counterWentBackwards(collisions)) {
      raise();
    }
  }

  /** How often the counter was found to have gone backwards, and was raised. */
  public long raised() {
    return raised.sum();
  }

  /** Whether a value was given out before the counter was last raised, so that its code is likely taken. */
  boolean isKnownTaken(long value) {
    return value <= raisedPast;
  }

  private void raise() {
    long highestValue = links.highestValue(stack).orElse(0);
    long highest = Stack.countOf(highestValue);
    counter.raise(stack, highest);
    raisedPast = highestValue;
    raised.increment();
    LOG.log(Level.WARNING,
        "The code counter of stack {0} had gone backwards: {1} codes of one lease were taken. Raised past {2}.",
        stack.name(), collisions, Long.toString(highest));
    position = end;
    collisions = 0;
    upcoming = null;
  }

  private void enter(CodeBlock block) {
    position = block.start();
    end = block.end();
    collisions = 0;
  }

  private @Nullable CompletableFuture<CodeBlock> leaseAhead() {
    try {
      return CompletableFuture.supplyAsync(() -> counter.lease(stack, blockSize), background);
    } catch (RejectedExecutionException e) {
      return null;
    }
  }

  private CodeBlock nextBlock() {
    CompletableFuture<CodeBlock> leasing = upcoming;
    upcoming = null;
    if (leasing == null) {
      return counter.lease(stack, blockSize);
    }
    try {
      return leasing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CodeCounterUnavailable) {
        return counter.lease(stack, blockSize);
      }
      throw e;
    }
  }
}
