package dev.hexlink.embedded.h2;

import static java.util.stream.Collectors.toMap;

import dev.hexlink.domain.link.LinkId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The number that each link has in this store. */
final class LinkNumbers {
  private static final Sql ONE = new Sql("select number from links where id = ?");
  private static final Sql MANY = new Sql("select id, number from links where id = any(?)");

  private LinkNumbers() {}

  /** Empty when the link is not known. */
  static Optional<Long> of(Connection connection, LinkId link) throws SQLException {
    return ONE.first(connection, row -> row.getLong(1), link.value());
  }

  /** Those that are known. */
  static Map<LinkId, Long> of(Connection connection, Collection<LinkId> links) throws SQLException {
    Object[] ids = links.stream().map(LinkId::value).distinct().sorted().toArray();
    return MANY
        .all(connection, row -> Map.entry(new LinkId(row.getObject(1, UUID.class)), row.getLong(2)), (Object) ids)
        .stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
