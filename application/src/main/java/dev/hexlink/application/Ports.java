package dev.hexlink.application;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.WorkerNumbers;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything Hexlink needs of the world, each by the adapter that was chosen for it.
 *
 * @param nearCache in this process, never blocks
 * @param sharedCache shared by all instances; null when there is none
 * @param counter what this instance leases its own counts from
 * @param storeCounter the store's own counter, which this instance leases from as a key generator, whatever its own counter is
 * @param health one question for each thing that was chosen
 * @param clock the only source of time
 * @param random the only source of randomness; unpredictable, as codes and secrets are drawn from it
 */
public record Ports(Links links, Visits visits, VisitBudget budgets, ApiKeys apiKeys, Installation installation,
    WorkerNumbers workers, HotLinks hotLinks,
    LinkCache nearCache, @Nullable LinkCache sharedCache, LiveCounters live, CodePool pool, CodeCounter counter,
    CodeCounter storeCounter,
    VisitQueue queue,
    VisitJournal journal, RateLimiter limiter, TargetParser targets, UserAgents userAgents, List<HealthCheck> health,
    InstantSource clock,
    RandomGenerator random) {
  public Ports {
    health = List.copyOf(health);
  }
}
