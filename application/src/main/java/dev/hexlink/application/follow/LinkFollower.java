package dev.hexlink.application.follow;

import dev.hexlink.application.api.FollowLinks;
import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Follows links: plain ones that are in memory at once, all others on threads that may wait. */
public final class LinkFollower implements FollowLinks {
  private static final Following UNKNOWN = new Following.Unknown();

  private final Routes routes;
  private final BudgetKeeper budgets;
  private final VisitRecorder recorder;
  private final InstantSource clock;
  private final Executor executor;
  private final LongAdder nearHits = new LongAdder();
  private final LongAdder nearMisses = new LongAdder();
  private final LongAdder redirects = new LongAdder();

  /**
   * @param executor runs what may block
   */
  public LinkFollower(Routes routes, BudgetKeeper budgets, VisitRecorder recorder, InstantSource clock,
      Executor executor) {
    this.routes = routes;
    this.budgets = budgets;
    this.recorder = recorder;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public @Nullable Following followNow(LinkKey key, Visitor visitor) {
    Optional<CachedRoute> remembered = routes.inMemory(key);
    if (remembered.isEmpty()) {
      return null;
    }
    return switch (remembered.get()) {
      case CachedRoute.Unknown() -> {
        nearHits.increment();
        yield UNKNOWN;
      }
      case CachedRoute.Known(var route) when route.isPlain() && !recorder.isWaiting() -> {
        nearHits.increment();
        Instant now = clock.instant();
        Following following = judge(route, now);
        if (following instanceof Following.To) {
          redirects.increment();
          recorder.recordNow(route, visitor, now);
        }
        yield following;
      }
      case CachedRoute.Known _ -> null;
    };
  }

  @Override
  public CompletableFuture<Following> follow(LinkKey key, Visitor visitor) {
    nearMisses.increment();
    return routes.find(key).thenComposeAsync(found -> found.isEmpty()
        ? CompletableFuture.completedFuture(UNKNOWN)
        : followRoute(found.get(), visitor), executor);
  }

  @Override
  public CompletableFuture<Following> peek(LinkKey key) {
    return routes.find(key).thenApply(found -> found.map(route -> judge(route, clock.instant())).orElse(UNKNOWN));
  }

  /** How many redirects were answered. */
  public long redirects() {
    return redirects.sum();
  }

  /** How many requests were answered from memory at once. */
  public long nearHits() {
    return nearHits.sum();
  }

  /** How many requests had to take the longer way. */
  public long nearMisses() {
    return nearMisses.sum();
  }

  private CompletableFuture<Following> followRoute(Route route, Visitor visitor) {
    Instant now = clock.instant();
    Following following = judge(route, now);
    if (!(following instanceof Following.To)) {
      return CompletableFuture.completedFuture(following);
    }
    Long allowed = route.maxVisits();
    if (allowed != null && !budgets.spend(route.id(), allowed)) {
      return CompletableFuture.completedFuture(new Following.Gone(Following.Why.USED_UP));
    }
    redirects.increment();
    return recorder.record(route, visitor, now).thenApply(_ -> following);
  }

  private static Following judge(Route route, Instant now) {
    return switch (route.at(now)) {
      case ACTIVE -> new Following.To(route);
      case NOT_YET -> UNKNOWN;
      case EXPIRED -> new Following.Gone(Following.Why.EXPIRED);
      case RETIRED -> new Following.Gone(Following.Why.RETIRED);
    };
  }
}
