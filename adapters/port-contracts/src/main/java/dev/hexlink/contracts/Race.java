package dev.hexlink.contracts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Threads that begin at the same moment. A barrier brings them together; as it wakes them one after the other, which on a busy machine takes longer
 * than the gaps that are looked for, each then waits awake for the last. None is ever interrupted, as some stores do not survive it.
 */
public final class Race {
  /** How many run where the number does not matter. */
  public static final int RUNNERS = 32;
  private static final long A_BLINK = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Race() {}

  /** What a runner does. */
  @FunctionalInterface
  public interface Run<T> {
    /**
     * @param runner from 0 to the number of runners - 1
     */
    T run(int runner) throws Exception;
  }

  /** What a runner does that has nothing to tell. */
  @FunctionalInterface
  public interface Act {
    /**
     * @param runner from 0 to the number of runners - 1
     */
    void run(int runner) throws Exception;
  }

  /**
   * Lets each runner run once and answers what each came to, in the order of the runners.
   *
   * @throws AssertionError if a runner threw, which is the cause, or has not arrived after a minute
   */
  public static <T> List<T> of(int runners, Run<T> run) {
    Start start = new Start(new CyclicBarrier(runners), new AtomicInteger(runners));
    List<FutureTask<T>> tasks = IntStream.range(0, runners).mapToObj(i -> task(start, () -> run.run(i))).toList();
    tasks.forEach(task -> Thread.ofPlatform().daemon().name("race-", 0).start(task));
    long deadline = System.nanoTime() + LONGEST.toNanos();
    List<T> results = new ArrayList<>();
    tasks.forEach(task -> results.add(arrival(task, deadline)));
    return results;
  }

  /** Lets each runner run once. */
  public static void each(int runners, Act act) {
    of(runners, i -> {
      act.run(i);
      return true;
    });
  }

  private record Start(CyclicBarrier barrier, AtomicInteger asleep) {
    void await() throws InterruptedException, BrokenBarrierException {
      barrier.await();
      asleep.decrementAndGet();
      while (asleep.get() > 0) {
        LockSupport.parkNanos(A_BLINK);
      }
    }
  }

  private static <T> FutureTask<T> task(Start start, Callable<T> run) {
    return new FutureTask<>(() -> {
      start.await();
      return run.call();
    });
  }

  private static <T> T arrival(FutureTask<T> task, long deadline) {
    try {
      return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a runner failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a runner has not arrived after " + LONGEST, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while others run", e);
    }
  }
}
