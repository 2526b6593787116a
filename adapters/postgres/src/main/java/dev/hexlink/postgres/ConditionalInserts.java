package dev.hexlink.postgres;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The insertion of links under conditions, inside the caller's transaction. Whatever is looked for before it is inserted, a mark or an equal link, is
 * locked first, so nobody else comes between; insertions that have nothing to do with one another are then done in one wave.
 */
record ConditionalInserts(LinkInserts inserts) {
  /** So many locks at most are held by a transaction; two things that share one only wait for each other. */
  private static final int LOCKS = 1_024;
  private static final Sql LOCK = new Sql(
      "select pg_advisory_xact_lock(1751480430, number) from (select number from unnest(?) as g (number) order by number) o");
  /** Marks that ended are kept a little longer, because callers' clocks differ. */
  private static final Duration GRACE = Duration.ofHours(1);
  private static final Sql FORGET_MARKS = new Sql("""
      delete from idempotency i using (
        select scope, mark from idempotency where forgotten_at <= ? limit 1000 for update skip locked
      ) ended where i.scope = ended.scope and i.mark = ended.mark""");

  List<InsertOutcome> insertEach(Connection connection, List<Insertion> insertions) throws SQLException {
    lock(connection, insertions);
    SortedMap<Integer, InsertOutcome> outcomes = new TreeMap<>();
    List<LinkKey> changed = new ArrayList<>();
    List<IdempotencyMark> recorded = new ArrayList<>();
    List<Integer> waiting = IntStream.range(0, insertions.size()).boxed().toList();
    while (!waiting.isEmpty()) {
      Wave wave = new Wave(connection, inserts);
      List<Integer> later = new ArrayList<>();
      Dependences before = new Dependences();
      for (int i : waiting) {
        if (before.touch(insertions.get(i))) {
          later.add(i);
        } else {
          wave.add(i, insertions.get(i));
        }
      }
      outcomes.putAll(wave.decide());
      changed.addAll(wave.changed());
      recorded.addAll(wave.recorded());
      waiting = later;
    }
    forgetMarks(connection, recorded);
    inserts.log(connection, changed);
    return List.copyOf(outcomes.values());
  }

  /** Marks that others are looking at are left for the next time. */
  private static void forgetMarks(Connection connection, List<IdempotencyMark> recorded) throws SQLException {
    Optional<Instant> now = recorded.stream().map(IdempotencyMark::at).max(Comparator.naturalOrder());
    if (now.isPresent()) {
      FORGET_MARKS.run(connection, now.get().minus(GRACE));
    }
  }

  private static void lock(Connection connection, List<Insertion> insertions) throws SQLException {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (Insertion insertion : insertions) {
      IdempotencyMark mark = insertion.mark();
      if (mark != null) {
        numbers.add(Math.floorMod(31 * mark.scope().hashCode() + mark.key().hashCode(), LOCKS));
      }
      if (insertion.orEqual()) {
        numbers.add(Math.floorMod(TargetDigest.of(insertion.link().target()), LOCKS));
      }
    }
    if (!numbers.isEmpty()) {
      LOCK.finds(connection, Values.of("integer", numbers, number -> number));
    }
  }
}
