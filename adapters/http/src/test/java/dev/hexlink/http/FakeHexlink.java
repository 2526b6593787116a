package dev.hexlink.http;

import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.Balance;
import dev.hexlink.application.api.Caller;
import dev.hexlink.application.api.ChangeLinks;
import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Changing;
import dev.hexlink.application.api.FollowLinks;
import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.api.LinkView;
import dev.hexlink.application.api.LinkViewPage;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Readiness;
import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.api.StatisticsOutcome;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.api.Vital;
import dev.hexlink.application.api.Vitals;
import dev.hexlink.application.api.WarmLinks;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every use case at once, which answers what a test told it to and remembers what it was asked. */
@Singleton
public final class FakeHexlink
    implements
      ShortenLinks,
      FollowLinks,
      ReadLinks,
      ChangeLinks,
      ReadStatistics,
      AdmitCallers,
      Hosts,
      LeaseCodes,
      Readiness,
      Vitals,
      WarmLinks {
  public static final String BASE_URL = "http://hex.test";
  public static final Host OTHER_HOST = new Host("go.example.com");

  /** What the fake answers, to be set by each test. */
  public volatile Function<ShortenRequest, Shortening> shortening = _ -> new Shortening.Created(Samples.link());
  public volatile @Nullable Following followingNow = new Following.To(Samples.link().route());
  public volatile Function<LinkKey, Following> following = _ -> new Following.Unknown();
  public volatile Changing changing = new Changing.Changed(Samples.view());
  public volatile Optional<LinkView> reading = Optional.of(Samples.view());
  public volatile LinkViewPage page = new LinkViewPage(List.of(), false);
  public volatile StatisticsOutcome statistics = new StatisticsOutcome.NoSuchLink();
  public volatile Optional<VisitPage> visits = Optional.empty();
  public volatile boolean open = true;
  public volatile @Nullable CreateGrant grant;
  public volatile List<Check> checks = List.of(new Check("h2", true, ""));
  public volatile double dropped;
  public volatile BiFunction<String, Integer, Optional<CodeBlock>> leasing = (_, _) -> Optional.empty();
  public volatile Pinning pinning = Pinning.PINNED;

  public final List<ShortenRequest> wishes = new CopyOnWriteArrayList<>();
  public final List<Visitor> visitors = new CopyOnWriteArrayList<>();
  public final List<LinkKey> keys = new CopyOnWriteArrayList<>();
  public final List<LinkKey> peeks = new CopyOnWriteArrayList<>();
  public final List<ChangeRequest> changes = new CopyOnWriteArrayList<>();
  public final List<OptionalLong> expectations = new CopyOnWriteArrayList<>();
  public final List<LinkQuery> queries = new CopyOnWriteArrayList<>();
  public final List<StatisticsQuery> statisticsQueries = new CopyOnWriteArrayList<>();
  public final List<VisitCursor> visitCursors = new CopyOnWriteArrayList<>();
  public final List<Caller> callers = new CopyOnWriteArrayList<>();
  public final List<Thread> followingThreads = new CopyOnWriteArrayList<>();

  /** Forgets what a test before told and asked. */
  public void reset() {
    shortening = _ -> new Shortening.Created(Samples.link());
    followingNow = new Following.To(Samples.link().route());
    following = _ -> new Following.Unknown();
    changing = new Changing.Changed(Samples.view());
    reading = Optional.of(Samples.view());
    page = new LinkViewPage(List.of(), false);
    statistics = new StatisticsOutcome.NoSuchLink();
    visits = Optional.empty();
    open = true;
    grant = null;
    checks = List.of(new Check("h2", true, ""));
    dropped = 0;
    leasing = (_, _) -> Optional.empty();
    pinning = Pinning.PINNED;
    wishes.clear();
    visitors.clear();
    keys.clear();
    peeks.clear();
    changes.clear();
    expectations.clear();
    queries.clear();
    statisticsQueries.clear();
    visitCursors.clear();
    callers.clear();
    followingThreads.clear();
  }

  @Override
  public CompletableFuture<Shortening> shorten(ShortenRequest request) {
    wishes.add(request);
    try {
      return CompletableFuture.completedFuture(shortening.apply(request));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public List<CompletableFuture<Shortening>> shortenAll(List<ShortenRequest> requests) {
    return requests.stream().map(this::shorten).toList();
  }

  @Override
  public @Nullable Following followNow(LinkKey key, Visitor visitor) {
    keys.add(key);
    followingThreads.add(Thread.currentThread());
    if (followingNow != null) {
      visitors.add(visitor);
    }
    return followingNow;
  }

  @Override
  public CompletableFuture<Following> follow(LinkKey key, Visitor visitor) {
    visitors.add(visitor);
    return CompletableFuture.supplyAsync(() -> following.apply(key));
  }

  @Override
  public CompletableFuture<Following> peek(LinkKey key) {
    peeks.add(key);
    return CompletableFuture.supplyAsync(() -> following.apply(key));
  }

  @Override
  public Changing change(LinkKey key, ChangeRequest request, OptionalLong expectedVersion) {
    changes.add(request);
    return changed(key, expectedVersion);
  }

  @Override
  public Changing retire(LinkKey key, OptionalLong expectedVersion) {
    return changed(key, expectedVersion);
  }

  @Override
  public Changing restore(LinkKey key, OptionalLong expectedVersion) {
    return changed(key, expectedVersion);
  }

  private Changing changed(LinkKey key, OptionalLong expectedVersion) {
    keys.add(key);
    expectations.add(expectedVersion);
    return changing;
  }

  @Override
  public Optional<LinkView> read(LinkKey key) {
    keys.add(key);
    return reading;
  }

  @Override
  public LinkViewPage list(LinkQuery query) {
    queries.add(query);
    return page;
  }

  @Override
  public StatisticsOutcome statistics(LinkKey key, StatisticsQuery query) {
    keys.add(key);
    statisticsQueries.add(query);
    return statistics;
  }

  @Override
  public Optional<VisitPage> visits(LinkKey key, @Nullable Instant from, @Nullable Instant to, boolean withoutBots,
      int limit, @Nullable VisitCursor after) {
    keys.add(key);
    if (after != null) {
      visitCursors.add(after);
    }
    return visits;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public Optional<Caller> withKey(String secret) {
    return secret.equals("right") ? Optional.of(new Caller("key:1", false)) : Optional.empty();
  }

  @Override
  public Optional<CreateGrant> takeCreates(Caller caller, int wanted) {
    callers.add(caller);
    return Optional.ofNullable(grant);
  }

  @Override
  public Host served(String header) {
    return header.equals(OTHER_HOST.name()) ? OTHER_HOST : Host.DEFAULT;
  }

  @Override
  public Optional<Host> named(String name) {
    return switch (name) {
      case "hex.test" -> Optional.of(Host.DEFAULT);
      case "go.example.com" -> Optional.of(OTHER_HOST);
      default -> Optional.empty();
    };
  }

  @Override
  public String nameOf(Host host) {
    return host.isDefault() ? "hex.test" : host.name();
  }

  @Override
  public String shortUrl(LinkKey key) {
    return (key.host().isDefault() ? BASE_URL : "https://" + key.host()) + "/" + key.code();
  }

  @Override
  public Optional<CodeBlock> lease(String stack, int size) {
    return leasing.apply(stack, size);
  }

  @Override
  public List<Check> look() {
    return new ArrayList<>(checks);
  }

  @Override
  public List<Vital> all() {
    return List.of(
        new Vital("hexlink_visits_dropped_total", "Visits answered and not recorded", true, () -> dropped),
        new Vital("hexlink_journal_bytes", "Bytes of the journal", false, () -> 42));
  }

  @Override
  public Balance balance() {
    return new Balance(0, 0, 0, 0);
  }

  @Override
  public Warmed warm(List<LinkKey> named) {
    keys.addAll(named);
    return new Warmed(named.size() - 1, List.of(named.getLast()));
  }

  @Override
  public Pinning pin(LinkKey key) {
    keys.add(key);
    return pinning;
  }

  @Override
  public boolean unpin(LinkKey key) {
    keys.add(key);
    return pinning == Pinning.PINNED;
  }

  @Override
  public List<Route> pinned() {
    return List.of(Samples.link().route());
  }
}
