package dev.hexlink.contracts;

import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.CachedRoute.Known;
import dev.hexlink.application.spi.CachedRoute.Unknown;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.link.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
@Tag("slow")
class LinkCacheContractTest {
  @Nested
  class Heap extends Tested {
    Heap() {
      super(new HeapLinkCache(), new Forgetful());
    }
  }

  @Test
  void anUnknownKeyThatOverwritesARouteIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public void putUnknown(LinkKey key) {
        entries.put(key, unknown());
      }
    }, "anUnknownKeyNeverOverwritesARoute", "anUnknownKeyNeverOverwritesARouteInARace");
  }

  @Test
  void lookingForARouteBeforeOverwritingItIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public void putUnknown(LinkKey key) {
        boolean free = get(key).isEmpty();
        Gap.pass();
        if (free) {
          entries.put(key, unknown());
        }
      }
    }, "anUnknownKeyNeverOverwritesARouteInARace");
  }

  @Test
  void anOlderVersionThatOverwritesANewerIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      boolean isNewer(CachedRoute old, Route route) {
        return false;
      }
    }, "theHigherVersionIsRemembered", "theHighestOfRacingVersionsIsRemembered");
  }

  @Test
  void comparingVersionsBeforeWritingIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public void put(Route route) {
        boolean newer = get(route.key()).filter(old -> isNewer(old, route)).isEmpty();
        Gap.pass();
        if (newer) {
          entries.put(route.key(), known(route));
        }
      }
    }, "theHighestOfRacingVersionsIsRemembered");
  }

  @Test
  void foldingCaseIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public Optional<CachedRoute> get(LinkKey key) {
        return super.get(key).or(() -> super.get(
            new LinkKey(key.host(), new ShortCode(key.code().value().toLowerCase(Locale.ROOT)))));
      }
    }, "keysAreComparedToTheLetter");
  }

  @Test
  void rememberingWhatWasDroppedIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public void drop(Collection<LinkKey> keys) {}
    }, "whatIsDroppedIsForgotten");
  }

  @Test
  void droppingEverythingIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public void drop(Collection<LinkKey> keys) {
        keys.forEach(key -> entries.put(key, unknown()));
      }
    }, "whatIsDroppedIsForgotten");
  }

  @Test
  void forgettingTheWindowIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      Entry known(Route route) {
        return super.known(new Route(route.id(), route.key(), route.target(), route.redirectStatus(),
            Window.ALWAYS, route.maxVisits(), route.retired(), route.version()));
      }
    }, Throwable.class, "aRouteIsRememberedInFull");
  }

  @Test
  void rememberingForEverIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      Entry known(Route route) {
        return new Entry(new Known(route), Instant.MAX);
      }

      @Override
      Entry unknown() {
        return new Entry(new Unknown(), Instant.MAX);
      }
    }, "nothingIsRememberedLongerThanItsTimeToLive");
  }

  @Test
  void aLifeThatReadingLengthensIsRejected() {
    rejected(new HeapLinkCache() {
      @Override
      public Optional<CachedRoute> get(LinkKey key) {
        Optional<CachedRoute> found = super.get(key);
        found.ifPresent(route -> entries.put(key, route instanceof Known(Route known) ? known(known) : unknown()));
        return found;
      }
    }, "readingDoesNotLengthenALife");
  }

  @Test
  void throwingOnAnOutageIsRejected() {
    Subject.reset(new HeapLinkCache(), Unreachable.port(LinkCache.class, () -> new LinksUnavailable("down")));
    Trial.rejects(Subject.class, "anOutageIsAMiss");
  }

  @Test
  void answeringUnknownOnAnOutageIsRejected() {
    Subject.reset(new HeapLinkCache(), new Forgetful() {
      @Override
      public Optional<CachedRoute> get(LinkKey key) {
        return Optional.of(new Unknown());
      }
    });
    Trial.rejects(Subject.class, "anOutageIsAMiss");
  }

  private static void rejected(HeapLinkCache broken, String... cases) {
    rejected(broken, AssertionError.class, cases);
  }

  private static void rejected(HeapLinkCache broken, Class<? extends Throwable> how, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, how, cases);
  }

  /** A cache whose server is down: all is a miss. */
  private static class Forgetful implements LinkCache {
    @Override
    public Optional<CachedRoute> get(LinkKey key) {
      return Optional.empty();
    }

    @Override
    public void put(Route route) {}

    @Override
    public void putUnknown(LinkKey key) {}

    @Override
    public void drop(Collection<LinkKey> keys) {}

    @Override
    public void onDrop(Consumer<Collection<LinkKey>> listener) {}
  }

  abstract static class Tested implements LinkCacheContract {
    private final HeapLinkCache cache;
    private final Optional<LinkCache> unreachable;

    Tested(HeapLinkCache cache, @Nullable LinkCache unreachable) {
      this.cache = cache;
      this.unreachable = Optional.ofNullable(unreachable);
    }

    @Override
    public LinkCache linkCache() {
      return cache;
    }

    @Override
    public Optional<LinkCache> unreachableLinkCache() {
      return unreachable;
    }

    @Override
    public Duration timeToLive() {
      return HeapLinkCache.TIME_TO_LIVE;
    }

    @Override
    public Duration timeToLiveOfUnknown() {
      return HeapLinkCache.TIME_TO_LIVE_OF_UNKNOWN;
    }

    @Override
    public void pass(Duration time) {
      cache.pass(time);
    }
  }

  static class Subject extends Tested {
    private static HeapLinkCache broken = new HeapLinkCache();
    private static @Nullable LinkCache outage;

    Subject() {
      super(broken, outage);
    }

    static void reset(HeapLinkCache cache, @Nullable LinkCache unreachable) {
      broken = cache;
      outage = unreachable;
    }
  }
}
