package dev.hexlink.redis;

import dev.hexlink.application.run.Routine;
import dev.hexlink.application.spi.CachedRoute;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Route;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A link cache in Redis that instances share. A dropped key leaves a mark for a moment, and nothing is remembered over it: a load that began before the drop
 * cannot bring back what it found. A drop that Redis has not heard of is told until it has; until then the key is a miss here.
 */
@Singleton
@Named("redis")
final class RedisLinkCache implements LinkCache, AutoCloseable {
  private static final Logger LOG = System.getLogger(RedisLinkCache.class.getName());
  private static final Duration MARK = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TELLINGS = Duration.ofMillis(100);
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_AGAIN = 5_000;
  private static final int MOST_PUT_AT_ONCE = 100;
  private static final double SHORTEST_PART = 0.8;
  private static final LuaScript PUT = LuaScript.of("put_route");
  private static final LuaScript DROP = LuaScript.of("drop_routes");

  private final RedisServer server;
  private final Names names;
  private final Duration ttl;
  private final Duration unknownTtl;
  private final String self = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final UntoldDrops untold;
  private final List<Consumer<Collection<LinkKey>>> listeners = new CopyOnWriteArrayList<>();
  private final Routine telling = new Routine("redis-drops", BETWEEN_TELLINGS, this::tellAgain);

  RedisLinkCache(RedisServer server, Names names, RedisConfiguration configuration) {
    this.server = server;
    this.names = names;
    this.ttl = configuration.ttl();
    this.unknownTtl = configuration.unknownTtl();
    this.untold = new UntoldDrops(ttl);
    telling.start();
  }

  @Override
  public Optional<CachedRoute> get(LinkKey key) {
    if (!untold.isBelieved(key)) {
      return Optional.empty();
    }
    try {
      return server.read("to read routes", session -> session.commands().get(names.route(key))
          .thenApply(text -> RouteText.read(key, text, session.era())));
    } catch (NoAnswer e) {
      return Optional.empty();
    }
  }

  @Override
  public void put(Route route) {
    var _ = isAnswered("to remember routes", session -> remembered(session, route));
  }

  /** Many at a time, without waiting for each; what is left when Redis does not answer is not remembered. */
  @Override
  public void putAll(Collection<Route> routes) {
    List<Route> all = List.copyOf(routes);
    boolean answered = true;
    for (int from = 0; from < all.size() && answered; from += MOST_PUT_AT_ONCE) {
      List<Route> some = all.subList(from, Math.min(all.size(), from + MOST_PUT_AT_ONCE));
      answered = isAnswered("to remember routes", session -> CompletableFuture.allOf(
          some.stream().map(route -> remembered(session, route).toCompletableFuture())
              .toArray(CompletableFuture[]::new))
          .thenApply(_ -> some.size()));
    }
  }

  private CompletionStage<Long> remembered(Session session, Route route) {
    return PUT.run(session, ScriptOutputType.INTEGER, List.of(names.route(route.key())),
        List.of(RouteText.of(route, session.era()), Long.toString(route.version()), session.era(),
            Long.toString(jittered(ttl))));
  }

  @Override
  public void putUnknown(LinkKey key) {
    var _ = isAnswered("to remember unknown keys", session -> session.commands().set(names.route(key),
        RouteText.unknown(session.era()), SetArgs.Builder.nx().px(jittered(unknownTtl))));
  }

  @Override
  public void drop(Collection<LinkKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    Map<LinkKey, Long> noted = untold.note(keys);
    if (!isTold(List.copyOf(keys), noted)) {
      untold.giveUp(keys.size() - noted.size());
    }
  }

  @Override
  public synchronized void onDrop(Consumer<Collection<LinkKey>> listener) {
    if (listeners.isEmpty()) {
      server.listen(names.drops(), this::hear);
    }
    listeners.add(listener);
  }

  @Override
  @PreDestroy
  public void close() {
    telling.close();
  }

  private void tellAgain() {
    Map<LinkKey, Long> some = untold.some(MOST_AGAIN);
    if (!some.isEmpty()) {
      var _ = isTold(List.copyOf(some.keySet()), some);
    }
  }

  private boolean isTold(List<LinkKey> keys, Map<LinkKey, Long> noted) {
    return isAnswered("to forget routes", session -> {
      List<CompletableFuture<Void>> parts = new ArrayList<>();
      for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
        List<LinkKey> part = keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE));
        parts.add(dropped(session, part).thenAccept(_ -> untold.told(part, noted)).toCompletableFuture());
      }
      return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).thenApply(_ -> parts.size());
    });
  }

  private CompletionStage<Long> dropped(Session session, List<LinkKey> keys) {
    List<String> arguments = new ArrayList<>(
        List.of(Long.toString(MARK.toMillis()), names.drops(), DropMessage.beginning(self)));
    keys.forEach(key -> arguments.add(Names.text(key)));
    return DROP.run(session, ScriptOutputType.INTEGER, keys.stream().map(names::route).toList(), arguments);
  }

  private void hear(String text) {
    DropMessage.read(text).filter(message -> !message.sender().equals(self)).ifPresent(message -> {
      for (Consumer<Collection<LinkKey>> listener : listeners) {
        listener.accept(message.keys());
      }
    });
  }

  private boolean isAnswered(String what, Function<Session, CompletionStage<?>> question) {
    try {
      var _ = server.write(what, session -> question.apply(session).thenApply(Optional::ofNullable));
      return true;
    } catch (NoAnswer e) {
      LOG.log(Level.DEBUG, "{0}: {1}", what, e.reason());
      return false;
    }
  }

  /** Up to a fifth less, so that what was put together is not missed together; never more. */
  private static long jittered(Duration time) {
    return Math.round(time.toMillis() * ThreadLocalRandom.current().nextDouble(SHORTEST_PART, 1));
  }
}
