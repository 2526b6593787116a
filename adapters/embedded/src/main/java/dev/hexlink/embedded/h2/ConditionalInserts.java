package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The insertion of a link under conditions: its mark, and whether an equal link will do. Runs inside the caller's transaction. */
record ConditionalInserts(LinkInserts inserts) {
  /** Marks that ended are kept a little longer, because callers' clocks differ. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final Sql MARK = new Sql(
      "select fingerprint, link from idempotency where scope = ? and mark = ? and forgotten_at > ?");
  private static final Sql REMOVE_MARK = new Sql("delete from idempotency where scope = ? and mark = ?");
  private static final Sql ADD_MARK = new Sql(
      "insert into idempotency (scope, mark, fingerprint, link, forgotten_at) values (?, ?, ?, ?, ?)");
  private static final Sql FORGET_MARKS = new Sql(
      "delete from idempotency where forgotten_at <= ? fetch first 1000 rows only");
  private static final Sql BY_ID = new Sql(
      "select " + LinkRow.COLUMNS + " from links l join domains d on d.id = l.domain_id where l.id = ?");
  private static final Sql EQUAL = new Sql("select " + LinkRow.COLUMNS
      + " from links l join domains d on d.id = l.domain_id where l.target_digest = ? and l.target = ? and l.domain_id = ? "
      + "and l.retired_at is null and l.valid_since is not distinct from ? and l.valid_until is not distinct from ? "
      + "and l.max_visits is not distinct from ? and l.redirect_status = ? and (cast(? as varchar) is null or l.code = ?) "
      + "order by l.created_at, l.id fetch first 1 row only");

  InsertOutcome insert(Connection connection, Insertion insertion) throws SQLException {
    IdempotencyMark mark = insertion.mark();
    Optional<InsertOutcome> repeated = mark == null ? Optional.empty() : repetition(connection, mark);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    InsertOutcome outcome = insertOrFind(connection, insertion);
    if (mark != null) {
      switch (outcome) {
        case InsertOutcome.Inserted(Link link) -> record(connection, mark, link.id());
        case InsertOutcome.Found(Link link) -> record(connection, mark, link.id());
        case InsertOutcome.Replayed _,InsertOutcome.MarkMisused _,InsertOutcome.KeyTaken _ -> {
        }
      }
    }
    return outcome;
  }

  private static Optional<InsertOutcome> repetition(Connection connection, IdempotencyMark mark) throws SQLException {
    Optional<Recorded> recorded = MARK.first(connection,
        row -> new Recorded(row.getString(1), new LinkId(row.getObject(2, UUID.class))), mark.scope(), mark.key(),
        mark.at());
    if (recorded.isEmpty()) {
      return Optional.empty();
    }
    if (!recorded.get().fingerprint.equals(mark.fingerprint())) {
      return Optional.of(new InsertOutcome.MarkMisused());
    }
    return Optional.of(new InsertOutcome.Replayed(linkWith(connection, recorded.get().link)));
  }

  private InsertOutcome insertOrFind(Connection connection, Insertion insertion) throws SQLException {
    Link link = insertion.link();
    if (insertion.orEqual()) {
      Optional<Link> equal = equalTo(connection, link);
      if (equal.isPresent() && !equal.get().id().equals(link.id())) {
        return new InsertOutcome.Found(equal.get());
      }
    }
    return inserts.insert(connection, List.of(link)).isEmpty()
        ? new InsertOutcome.Inserted(linkWith(connection, link.id()))
        : new InsertOutcome.KeyTaken();
  }

  private Optional<Link> equalTo(Connection connection, Link link) throws SQLException {
    @Nullable
    String code = link.origin() instanceof CodeOrigin.Chosen ? link.key().code().value() : null;
    return EQUAL.first(connection, LinkRow::read, TargetDigest.of(link.target()), link.target().value(),
        inserts.domains().idOf(link.key().host()), link.window().since(), link.window().until(), link.maxVisits(),
        link.redirectStatus().code(), code, code);
  }

  private static Link linkWith(Connection connection, LinkId id) throws SQLException {
    return BY_ID.first(connection, LinkRow::read, id.value())
        .orElseThrow(() -> new IllegalStateException("a mark names a link that is not there: " + id));
  }

  private static void record(Connection connection, IdempotencyMark mark, LinkId link) throws SQLException {
    FORGET_MARKS.run(connection, mark.at().minus(GRACE));
    REMOVE_MARK.run(connection, mark.scope(), mark.key());
    ADD_MARK.run(connection, mark.scope(), mark.key(), mark.fingerprint(), link.value(), mark.forgottenAt());
  }

  /** A mark as it was recorded. */
  private record Recorded(String fingerprint, LinkId link) {}
}
