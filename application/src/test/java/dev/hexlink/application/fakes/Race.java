package dev.hexlink.application.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that begin at the same moment. */
public final class Race {
  private Race() {}

  /** Lets each runner run once, all released by one barrier, and answers what each came to. */
  public static <T> List<T> of(int runners, IntFunction<T> run) {
    CyclicBarrier barrier = new CyclicBarrier(runners);
    List<FutureTask<T>> tasks = new ArrayList<>();
    for (int i = 0; i < runners; i++) {
      int runner = i;
      Callable<T> task = () -> {
        barrier.await();
        return run.apply(runner);
      };
      tasks.add(new FutureTask<>(task));
    }
    tasks.forEach(task -> Thread.ofPlatform().daemon().name("race-", 0).start(task));
    return tasks.stream().map(Race::resultOf).toList();
  }

  private static <T> T resultOf(FutureTask<T> task) {
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("a runner failed", e);
    }
  }
}
