package dev.hexlink.postgres.visits;

import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.postgres.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link as one that is visited.
 *
 * @param number the link's number in this store
 * @param forgottenBefore visits from before are not shown, whether or not they are gone yet; null when there are none
 */
record VisitedLink(LinkId id, LinkKey key, long number, @Nullable Instant forgottenBefore) {
  private static final Sql FIND = new Sql(
      "select l.number, d.host, l.code, greatest(p.before, r.first_day::timestamp at time zone 'UTC') as forgotten_before "
          + "from links l join domains d on d.id = l.domain_id left join link_purges p on p.link = l.id "
          + "left join visit_retention r on r.id = 1 where l.id = ?");

  /** Empty when the link is not known. */
  static Optional<VisitedLink> find(Connection connection, LinkId link) throws SQLException {
    return FIND.first(connection, row -> read(row, link), link.value());
  }

  private static VisitedLink read(ResultSet row, LinkId link) throws SQLException {
    LinkKey key = new LinkKey(new Host(row.getString("host")), new ShortCode(row.getString("code")));
    return new VisitedLink(link, key, row.getLong("number"), Sql.instantIn(row, "forgotten_before"));
  }

  /** The part of a time whose visits are shown. */
  Span shown(Span time) {
    return forgottenBefore == null ? time : time.since(forgottenBefore);
  }
}
