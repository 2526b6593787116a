package dev.hexlink.application.admit;

import static java.util.Objects.requireNonNull;

import dev.hexlink.application.api.Overloaded;
import dev.hexlink.application.resilience.Degradation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Turns requests away that can wait while too many are under way: statistics first, then creates, then reads, then health; never redirects. */
public final class LoadShedding {
  private final int most;
  private final IntSupplier redirects;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<WorkClass, Share> shares = new EnumMap<>(WorkClass.class);

  /**
   * @param most how many requests may be under way at once
   * @param redirects how many redirects are waiting for a look-up now
   */
  public LoadShedding(int most, IntSupplier redirects) {
    this.most = most;
    this.redirects = redirects;
    for (WorkClass work : WorkClass.values()) {
      shares.put(work, Share.of(work));
    }
  }

  /** How many requests are under way. */
  public int underWay() {
    return underWay.get();
  }

  /** How many requests were turned away. */
  public long turnedAway() {
    return shares.values().stream().map(Share::turnedAway).mapToLong(LongAdder::sum).sum();
  }

  /** Which classes are turned away at times. */
  public List<Degradation> degradations() {
    return shares.values().stream().map(Share::shedding).toList();
  }

  /**
   * Does work that blocks.
   *
   * @throws Overloaded if it has to wait
   */
  <T> T within(WorkClass work, Supplier<T> task) {
    enter(work);
    try {
      return task.get();
    } finally {
      underWay.decrementAndGet();
    }
  }

  /**
   * Does work that ends later.
   *
   * @throws Overloaded if it has to wait
   */
  <T> CompletableFuture<T> during(WorkClass work, Supplier<CompletableFuture<T>> task) {
    return duringAll(work, () -> List.of(task.get())).getFirst();
  }

  /**
   * Does work that ends when all of it has ended.
   *
   * @throws Overloaded if it has to wait
   */
  <T> List<CompletableFuture<T>> duringAll(WorkClass work, Supplier<List<CompletableFuture<T>>> task) {
    enter(work);
    List<CompletableFuture<T>> outcomes = new ArrayList<>();
    try {
      outcomes.addAll(task.get());
      return outcomes;
    } finally {
      var _ = CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
          .whenComplete((_, _) -> underWay.decrementAndGet());
    }
  }

  private void enter(WorkClass work) {
    int room = work.roomWithin(most);
    int now = underWay.incrementAndGet() + redirects.getAsInt();
    Share share = requireNonNull(shares.get(work));
    if (now > room) {
      underWay.decrementAndGet();
      share.turnedAway.increment();
      share.shedding.begin(now + " requests are under way");
      throw new Overloaded(work.toString());
    }
    if (now <= room / 2) {
      share.shedding.end();
    }
  }

  /** What came of the requests of one class. */
  private record Share(LongAdder turnedAway, Degradation shedding) {
    static Share of(WorkClass work) {
      return new Share(new LongAdder(), new Degradation("shedding_" + work, "Requests for " + work + " are turned away",
          "Requests for " + work + " are taken again"));
    }
  }
}
