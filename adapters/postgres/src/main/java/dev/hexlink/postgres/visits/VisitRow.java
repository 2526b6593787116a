package dev.hexlink.postgres.visits;

import static java.util.Objects.requireNonNull;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.postgres.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/** A stored visit as it is read back. */
public final class VisitRow {
  public static final String AUTOMATED = "(v.bot or v.prefetch)";
  public static final String COLUMNS = "v.epoch, v.seq, v.at, v.ipv6, v.network, v.visitor, v.user_agent, v.referrer, v.browser, v.operating_system, "
      + "v.device, v.bot, v.prefetch";

  private VisitRow() {}

  public static VisitCounts countsIn(ResultSet row) throws SQLException {
    return new VisitCounts(row.getLong("total"), row.getLong("bots"));
  }

  /** A stored visit's key is its link's. */
  public static ClassifiedVisit read(ResultSet row, LinkId link, LinkKey key) throws SQLException {
    VisitId id = new VisitId(Epochs.of(row.getObject("epoch", UUID.class)), row.getLong("seq"));
    VisitFacts facts = new VisitFacts(link, key, requireNonNull(Sql.instantIn(row, "at")),
        new Network(row.getBoolean("ipv6"), row.getLong("network")), row.getLong("visitor"),
        row.getString("user_agent"), row.getString("referrer"), row.getBoolean("prefetch"));
    Traits traits = new Traits(row.getString("browser"), row.getString("operating_system"),
        Traits.Device.valueOf(row.getString("device").toUpperCase(Locale.ROOT)), row.getBoolean("bot"));
    return new ClassifiedVisit(new Visit(id, facts), traits);
  }
}
