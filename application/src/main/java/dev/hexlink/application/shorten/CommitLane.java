package dev.hexlink.application.shorten;

import dev.hexlink.application.spi.LinksUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gathers requests that come while a commit is under way into the next one. One commit at a time; a request that comes when none is under way is
 * committed at once. Source of the idea: group commit, DeWitt et al., "Implementation Techniques for Main Memory Database Systems", 1984.
 */
public final class CommitLane<I, O> {
  /** So many requests may wait; more are refused at once, as they would only time out. */
  static final int MOST_WAITING = 50_000;

  private record Waiting<I, O>(I input, CompletableFuture<O> outcome) {}

  private final int mostPerCommit;
  private final Function<List<I>, List<O>> commit;
  private final Executor executor;
  private final Queue<Waiting<I, O>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * @param commit commits a list and answers the outcomes in its order
   */
  public CommitLane(int mostPerCommit, Function<List<I>, List<O>> commit, Executor executor) {
    this.mostPerCommit = mostPerCommit;
    this.commit = commit;
    this.executor = executor;
  }

  /** Adds a request to the next commit; the future completes with its outcome or with what the commit threw. */
  public CompletableFuture<O> submit(I input) {
    CompletableFuture<O> outcome = new CompletableFuture<>();
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      outcome.completeExceptionally(new LinksUnavailable("too many requests wait for the store"));
      return outcome;
    }
    queue.add(new Waiting<>(input, outcome));
    wake();
    return outcome;
  }

  private void wake() {
    if (busy.compareAndSet(false, true)) {
      try {
        executor.execute(() -> drain(this::commit));
      } catch (RejectedExecutionException e) {
        drain(batch -> fail(batch, new LinksUnavailable("links are no longer made", e)));
      }
    }
  }

  private void drain(Consumer<List<Waiting<I, O>>> with) {
    try {
      for (List<Waiting<I, O>> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
        with.accept(batch);
      }
    } finally {
      busy.set(false);
    }
    if (!queue.isEmpty()) {
      wake();
    }
  }

  private List<Waiting<I, O>> nextBatch() {
    List<Waiting<I, O>> batch = new ArrayList<>();
    while (batch.size() < mostPerCommit) {
      Waiting<I, O> next = queue.poll();
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    waiting.addAndGet(-batch.size());
    return batch;
  }

  private void commit(List<Waiting<I, O>> batch) {
    List<O> outcomes;
    try {
      outcomes = commit.apply(batch.stream().map(Waiting::input).toList());
      if (outcomes.size() != batch.size()) {
        throw new IllegalStateException("a commit of " + batch.size() + " had " + outcomes.size() + " outcomes");
      }
    } catch (RuntimeException | Error e) {
      fail(batch, e);
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).outcome().complete(outcomes.get(i));
    }
  }

  private static <I, O> void fail(List<Waiting<I, O>> batch, Throwable why) {
    batch.forEach(each -> each.outcome().completeExceptionally(why));
  }
}
