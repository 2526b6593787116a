package dev.hexlink.application.follow;

import dev.hexlink.application.resilience.Breaker;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows where keys lead: from memory, then the shared cache, then the store. One load per key at a time, so many loads in all at most, each with a
 * deadline (which gives up waiting, and never interrupts the load). What a load found is not remembered when its key was dropped meanwhile.
 */
public final class Routes {
  private static final int FAILURES_TO_OPEN = 5;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final class Load {
    final CompletableFuture<Optional<Route>> found = new CompletableFuture<>();
    final LinkKey key;
    /** Completes when the shared cache has what was found; null while nothing is shared. */
    @Nullable
    CompletableFuture<LinkKey> sharing;

    Load(LinkKey key) {
      this.key = key;
    }

    boolean isSharing() {
      CompletableFuture<LinkKey> begun = sharing;
      return begun != null && !begun.isDone();
    }

    LinkKey awaitSharing() {
      CompletableFuture<LinkKey> begun = sharing;
      return begun == null ? key : begun.join();
    }
  }

  private final Links links;
  private final LinkCache near;
  private final @Nullable LinkCache shared;
  private final Executor executor;
  private final Duration deadline;
  private final int most;
  private final Semaphore room;
  private final Degradation silent = new Degradation("store_silent",
      "Links are looked up in memory and the shared cache alone, as the store does not answer",
      "Links are looked up in the store again");
  private final Degradation crowded = new Degradation("lookups_crowded", "Further links are not looked up for now",
      "Every link is looked up again");
  private final Breaker breaker;
  private final ConcurrentMap<LinkKey, Load> loads = new ConcurrentHashMap<>();
  /** For each reading that is under way, what was dropped since it began. */
  private final List<Set<LinkKey>> dropsSince = new CopyOnWriteArrayList<>();
  private final LongAdder loaded = new LongAdder();
  private final LongAdder foundInStore = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * @param executor runs loads, which block
   * @param deadline how long a caller waits for a load
   * @param most how many loads may be under way
   */
  public Routes(Links links, LinkCache near, @Nullable LinkCache shared, Executor executor, Duration deadline, int most,
      InstantSource clock) {
    this.links = links;
    this.near = near;
    this.shared = shared;
    this.executor = executor;
    this.deadline = deadline;
    this.most = most;
    this.room = new Semaphore(most);
    this.breaker = new Breaker(FAILURES_TO_OPEN, PAUSE, clock, silent);
    if (shared != null) {
      shared.onDrop(this::forget);
    }
  }

  /** What memory knows of a key; empty is a miss. */
  public Optional<CachedRoute> inMemory(LinkKey key) {
    return near.get(key);
  }

  /** Where a key leads; completes with {@link LinksUnavailable} when nobody can tell in time. */
  public CompletableFuture<Optional<Route>> find(LinkKey key) {
    Optional<CachedRoute> remembered = near.get(key);
    if (remembered.isPresent()) {
      return CompletableFuture.completedFuture(routeOf(remembered.get()));
    }
    Load load = loads.get(key);
    if (load == null) {
      load = start(key);
    }
    return load.found.copy().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(readable(failure)));
  }

  /** Forgets keys in this process. A load that is under way still answers those who wait for it, but is not remembered. */
  public void forget(Collection<LinkKey> keys) {
    keys.forEach(this::forgetHere);
  }

  /**
   * Forgets keys in the shared cache, then here, so that nothing can come back from there. What a load of before is just putting into the shared cache
   * is waited for, and dropped too: who asks afterwards does not find it.
   */
  public void forgetEverywhere(Collection<LinkKey> keys) {
    if (shared == null) {
      forget(keys);
      return;
    }
    keys.forEach(this::noteDrop);
    Collection<LinkKey> left = keys;
    while (!left.isEmpty()) {
      shared.drop(left);
      List<Load> sharing = left.stream().flatMap(key -> forgetHere(key).stream()).toList();
      left = sharing.stream().map(Load::awaitSharing).toList();
    }
  }

  /**
   * Remembers routes that are read from the store, here and in the shared cache, but none whose key was dropped since the reading began.
   *
   * @return how many were read
   */
  public int remember(Supplier<List<Route>> reading) {
    Set<LinkKey> dropped = ConcurrentHashMap.newKeySet();
    dropsSince.add(dropped);
    try {
      List<Route> read = reading.get();
      for (Route route : read) {
        loads.compute(route.key(), (key, standing) -> {
          if (!dropped.contains(key)) {
            near.put(route);
          }
          return standing;
        });
      }
      if (shared != null) {
        shared.putAll(read.stream().filter(route -> !dropped.contains(route.key())).toList());
        shared.drop(read.stream().map(Route::key).filter(dropped::contains).toList());
      }
      return read.size();
    } finally {
      dropsSince.remove(dropped);
    }
  }

  private void noteDrop(LinkKey key) {
    for (Set<LinkKey> dropped : dropsSince) {
      dropped.add(key);
    }
  }

  /** Forgets a key; answers the load that is just putting it into the shared cache. */
  private Optional<Load> forgetHere(LinkKey key) {
    AtomicReference<@Nullable Load> sharing = new AtomicReference<>();
    loads.compute(key, (same, standing) -> {
      noteDrop(same);
      near.drop(List.of(same));
      sharing.setPlain(standing != null && standing.isSharing() ? standing : null);
      return null;
    });
    return Optional.ofNullable(sharing.getPlain());
  }

  /** How many loads asked the store. */
  public long loaded() {
    return loaded.sum();
  }

  /** How many loads found their link in the store. */
  public long foundInStore() {
    return foundInStore.sum();
  }

  /** How many loads the store did not answer, or that were not even tried. */
  public long failed() {
    return failed.sum();
  }

  /** How many loads are under way. */
  public int underWay() {
    return most - room.availablePermits();
  }

  /** What is degraded here at times. */
  public List<Degradation> degradations() {
    return List.of(silent, crowded);
  }

  private Load start(LinkKey key) {
    Load fresh = new Load(key);
    Load standing = loads.putIfAbsent(key, fresh);
    if (standing != null) {
      return standing;
    }
    if (!room.tryAcquire()) {
      crowded.begin("so many as may be are under way");
      fail(key, fresh, new LinksUnavailable("too many links are being looked up"));
      return fresh;
    }
    try {
      executor.execute(() -> run(key, fresh));
    } catch (RejectedExecutionException e) {
      room.release();
      fail(key, fresh, new LinksUnavailable("links are no longer looked up", e));
    } catch (RuntimeException | Error e) {
      room.release();
      fail(key, fresh, e);
    }
    return fresh;
  }

  private void run(LinkKey key, Load load) {
    try {
      Optional<Route> route = look(key, load);
      if (!remember(key, load, route) && load.sharing != null) {
        forgetEverywhere(List.of(key));
      }
      load.found.complete(route);
    } catch (RuntimeException | Error e) {
      fail(key, load, e);
    } finally {
      leave();
    }
  }

  private void leave() {
    room.release();
    if (crowded.isNow() && room.availablePermits() > most / 2) {
      crowded.end();
    }
  }

  private Optional<Route> look(LinkKey key, Load load) {
    Optional<CachedRoute> remembered = shared == null ? Optional.empty() : shared.get(key);
    if (remembered.isPresent()) {
      return routeOf(remembered.get());
    }
    Optional<Route> route = ask(key);
    if (shared != null) {
      share(shared, key, load, route);
    }
    return route;
  }

  /** Puts what a load found into the shared cache, unless its key was dropped meanwhile. */
  private void share(LinkCache cache, LinkKey key, Load load, Optional<Route> route) {
    CompletableFuture<LinkKey> sharing = new CompletableFuture<>();
    loads.computeIfPresent(key, (_, standing) -> {
      if (standing == load) {
        load.sharing = sharing;
      }
      return standing;
    });
    if (load.sharing != null) {
      try {
        route.ifPresentOrElse(cache::put, () -> cache.putUnknown(key));
      } finally {
        sharing.complete(key);
      }
    }
  }

  private Optional<Route> ask(LinkKey key) {
    if (!breaker.admits()) {
      throw new LinksUnavailable("the store has not answered lately");
    }
    loaded.increment();
    try {
      Optional<Route> route = links.find(key).map(Link::route);
      breaker.succeeded();
      if (route.isPresent()) {
        foundInStore.increment();
      }
      return route;
    } catch (PortUnavailable e) {
      breaker.failed(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Remembers what a load found; false when its key was dropped meanwhile. */
  private boolean remember(LinkKey key, Load load, Optional<Route> route) {
    boolean[] remembered = {false};
    loads.computeIfPresent(key, (same, standing) -> {
      if (standing != load) {
        return standing;
      }
      remembered[0] = true;
      route.ifPresentOrElse(near::put, () -> near.putUnknown(same));
      return null;
    });
    return remembered[0];
  }

  private void fail(LinkKey key, Load load, Throwable failure) {
    failed.increment();
    loads.remove(key, load);
    load.found.completeExceptionally(failure);
  }

  private static Throwable readable(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    return cause instanceof TimeoutException ? new LinksUnavailable("the store did not answer in time", cause) : cause;
  }

  private static Optional<Route> routeOf(CachedRoute cached) {
    return switch (cached) {
      case CachedRoute.Known(var route) -> Optional.of(route);
      case CachedRoute.Unknown() -> Optional.empty();
    };
  }
}
