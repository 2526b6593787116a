package dev.hexlink.redis;

import dev.hexlink.application.run.Routine;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.domain.link.LinkKey;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Live counts in Redis. Changes gather here and are told in the background; what cannot be told is forgotten, and so is each count some time after it
 * began, so that no error lasts.
 */
@Singleton
@Named("redis")
final class RedisLiveCounters implements LiveCounters, AutoCloseable {
  private static final Logger LOG = System.getLogger(RedisLiveCounters.class.getName());
  private static final Duration BETWEEN_TELLINGS = Duration.ofMillis(100);
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST_KEYS = 100_000;
  private static final int MOST_AT_ONCE = 500;
  private static final LuaScript CHANGE = LuaScript.of("change_visits");

  private final RedisServer server;
  private final Names names;
  private final ConcurrentMap<LinkKey, WaitingChange> waiting = new ConcurrentHashMap<>();
  private final Routine telling = new Routine("redis-live-counts", BETWEEN_TELLINGS, this::tell);

  RedisLiveCounters(RedisServer server, Names names) {
    this.server = server;
    this.names = names;
    telling.start();
  }

  @Override
  public void add(Map<LinkKey, Long> changes) {
    changes.forEach(this::note);
  }

  @Override
  public void increment(LinkKey key) {
    note(key, 1);
  }

  @Override
  public Map<LinkKey, Long> counts(Collection<LinkKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<LinkKey> asked = List.copyOf(keys);
    String[] named = asked.stream().map(names::visits).toArray(String[]::new);
    try {
      return read(asked, server.read("to tell live counts", session -> session.commands().mget(named)));
    } catch (NoAnswer e) {
      return Map.of();
    }
  }

  @Override
  @PreDestroy
  public void close() {
    telling.close();
  }

  private void note(LinkKey key, long more) {
    if (waiting.containsKey(key) || waiting.size() < MOST_KEYS) {
      long now = System.nanoTime();
      waiting.compute(key, (_, held) -> WaitingChange.after(held, more, now));
    }
  }

  private void tell() {
    List<Map.Entry<LinkKey, Change>> due = takeDue(System.nanoTime());
    try {
      for (int from = 0; from < due.size(); from += MOST_AT_ONCE) {
        tell(due.subList(from, Math.min(due.size(), from + MOST_AT_ONCE)));
      }
    } catch (NoAnswer e) {
      LOG.log(Level.DEBUG, "live counts are approximate: {0}", e.reason());
    }
  }

  private void tell(List<Map.Entry<LinkKey, Change>> changes) {
    List<String> keys = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of(Long.toString(LIFE.toMillis())));
    changes.forEach(entry -> {
      keys.add(names.visits(entry.getKey()));
      arguments.add(Long.toString(entry.getValue().loss()));
      arguments.add(Long.toString(entry.getValue().gain()));
    });
    var _ = server.write("to keep live counts",
        session -> CHANGE.<Long>run(session, ScriptOutputType.INTEGER, keys, arguments));
  }

  private List<Map.Entry<LinkKey, Change>> takeDue(long now) {
    List<Map.Entry<LinkKey, Change>> due = new ArrayList<>();
    for (LinkKey key : waiting.keySet()) {
      waiting.computeIfPresent(key, (same, held) -> {
        if (!held.isDue(now)) {
          return held;
        }
        due.add(Map.entry(same, held.change()));
        return null;
      });
    }
    return due;
  }

  private static Map<LinkKey, Long> read(List<LinkKey> keys, List<KeyValue<String, String>> values) {
    Map<LinkKey, Long> counts = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      String text = values.get(i).getValueOrElse("");
      if (text.matches("[0-9]{1,18}")) {
        counts.put(keys.get(i), Long.valueOf(text));
      }
    }
    return counts;
  }
}
