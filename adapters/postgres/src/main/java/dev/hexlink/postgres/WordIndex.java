package dev.hexlink.postgres;

import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.postgres.store.Pool;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The table in which links are found by their words. It is filled some time after links were made, by one instance at a time, which rests longer than
 * it works; links it does not hold yet are those above a number that it tells.
 */
final class WordIndex {
  private static final int AT_ONCE = 500;
  private static final int REST = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  /** What takes as many letters or digits in a row is found by trigrams. */
  private static final Pattern FINDABLE = Pattern.compile("[\\p{L}\\p{N}]{3}");
  private static final Sql DONE = new Sql("select done from search_progress");
  private static final Sql GIVE_UP_SOON = new Sql("set local lock_timeout = '50ms'");
  private static final Sql LAST = new Sql("select coalesce(max(number), 0) from links");
  private static final Sql HAVE_ALONE = new Sql("select done from search_progress for update skip locked");
  private static final Sql ADD = new Sql("""
      with next as (
        select number, search_text from links where number > ? and number <= ? order by number limit ?
      ), added as (
        insert into link_words (number, words) select number, search_text from next on conflict do nothing
      )
      select count(*) as found, max(number) as last from next""");
  private static final Sql MOVE = new Sql("update search_progress set done = ?");

  private final PostgresStore store;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile long idleSince = System.nanoTime() - PAUSE.toNanos();

  WordIndex(PostgresStore store) {
    this.store = store;
  }

  /** The number up to which links are found here; empty when what is looked for, or the index, cannot be. */
  static OptionalLong doneOf(Connection connection, LinkQuery query) throws SQLException {
    return query.tags().isEmpty() && query.words().stream().anyMatch(word -> FINDABLE.matcher(word).find())
        ? optional(DONE.first(connection, row -> row.getLong(1)))
        : OptionalLong.empty();
  }

  /** Has what is missing added by the way, unless that goes on already or has just ended. */
  void catchUp() {
    if (System.nanoTime() - idleSince >= PAUSE.toNanos() && busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("hexlink-postgres-words").start(this::addMissing);
    }
  }

  void addMissing() {
    try {
      long last = lastNumber();
      long begun = System.nanoTime();
      while (addNext(last)) {
        LockSupport.parkNanos(REST * (System.nanoTime() - begun));
        begun = System.nanoTime();
      }
    } catch (LinksUnavailable e) {
      // Who inserts or searches next has it tried again.
    } finally {
      idleSince = System.nanoTime();
      busy.set(false);
    }
  }

  /** No link below this number is still to appear. Inserts wait meanwhile, hence not for long. */
  private long lastNumber() {
    return store.write(Pool.API, connection -> {
      GIVE_UP_SOON.run(connection);
      StoreLock.LINK_NUMBERS.take(connection);
      return LAST.first(connection, row -> row.getLong(1)).orElse(0L);
    }, LinksUnavailable::new);
  }

  /** Whether there may be more to add. */
  private boolean addNext(long last) {
    return store.write(Pool.API, connection -> {
      Optional<Long> done = HAVE_ALONE.first(connection, row -> row.getLong(1));
      if (done.isEmpty() || done.get() >= last) {
        return false;
      }
      Added added = ADD.first(connection, row -> new Added(row.getInt("found"), row.getLong("last")), done.get(), last,
          AT_ONCE).orElseThrow();
      boolean isLast = added.found < AT_ONCE;
      MOVE.run(connection, isLast ? last : added.last);
      return !isLast;
    }, LinksUnavailable::new);
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** What one step added. */
  private record Added(int found, long last) {}
}
