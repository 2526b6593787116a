package dev.hexlink.application.follow;

import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.WarmLinks;
import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Keeps memory warm: a round remembers the pinned links, the hottest ones and some drawn by chance. There is one at the start, one now and then, and one
 * whenever too many redirects had to ask the store.
 */
public final class LinkWarming implements WarmLinks {
  private static final Logger LOG = System.getLogger(LinkWarming.class.getName());
  private static final double WANTED_RATE = 0.95;
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(20);
  private static final int ASKED_TOGETHER = 64;

  private final HotLinks hot;
  private final Links links;
  private final Routes routes;
  private final HitRate rate;
  private final Settings.Warming settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final LongAdder rounds = new LongAdder();
  private final LongAdder remembered = new LongAdder();
  private Instant lastRound = Instant.MIN;

  public LinkWarming(HotLinks hot, Links links, Routes routes, HitRate rate, Settings.Warming settings,
      InstantSource clock, RandomGenerator random) {
    this.hot = hot;
    this.links = links;
    this.routes = routes;
    this.rate = rate;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** Samples the hit rate, and warms if it is time to; to be called every few seconds. Does what it can on an outage. */
  public void look() {
    rate.sample();
    Instant now = clock.instant();
    boolean cold = rate.last() < WANTED_RATE && !now.isBefore(next(BETWEEN_ROUNDS));
    if (!settings.every().isZero() && (cold || !now.isBefore(next(settings.every())))) {
      warmAgain(now);
    }
  }

  /** How many rounds there were. */
  public long rounds() {
    return rounds.sum();
  }

  /** How many links all rounds remembered. */
  public long remembered() {
    return remembered.sum();
  }

  @Override
  public Warmed warm(List<LinkKey> keys) {
    int known = 0;
    List<LinkKey> unknown = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += ASKED_TOGETHER) {
      List<LinkKey> some = keys.subList(from, Math.min(keys.size(), from + ASKED_TOGETHER));
      List<CompletableFuture<Optional<Route>>> asked = some.stream().map(routes::find).toList();
      for (int i = 0; i < some.size(); i++) {
        if (answer(asked.get(i)).isPresent()) {
          known++;
        } else {
          unknown.add(some.get(i));
        }
      }
    }
    return new Warmed(known, unknown);
  }

  @Override
  public Pinning pin(LinkKey key) {
    return links.find(key).filter(found -> found.retiredAt() == null)
        .map(found -> hot.pin(found.id()) ? Pinning.PINNED : Pinning.TOO_MANY).orElse(Pinning.NO_SUCH_LINK);
  }

  @Override
  public boolean unpin(LinkKey key) {
    Optional<Link> link = links.find(key);
    link.ifPresent(found -> hot.unpin(found.id()));
    return link.isPresent();
  }

  @Override
  public List<Route> pinned() {
    return hot.pinned();
  }

  private Instant next(Duration after) {
    return lastRound.equals(Instant.MIN) ? Instant.MIN : lastRound.plus(after);
  }

  private void warmAgain(Instant now) {
    lastRound = now;
    try {
      int warmed = routes.remember(hot::pinned);
      if (settings.hottest() > 0) {
        warmed += routes.remember(() -> hot.hottest(now.minus(settings.within()), settings.hottest()));
      }
      if (settings.drawn() > 0) {
        warmed += routes.remember(() -> hot.drawn(random, settings.drawn()));
      }
      rounds.increment();
      remembered.add(warmed);
    } catch (PortUnavailable e) {
      LOG.log(Level.DEBUG, "not warmed: {0}", e.getMessage());
    }
  }

  private static Optional<Route> answer(CompletableFuture<Optional<Route>> asked) {
    try {
      return asked.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof PortUnavailable outage ? outage : e;
    }
  }
}
