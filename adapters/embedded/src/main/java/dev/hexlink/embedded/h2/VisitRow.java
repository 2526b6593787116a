package dev.hexlink.embedded.h2;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.ReferrerHost;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** How a visit is written as a row and read back. */
final class VisitRow {
  static final String AUTOMATED = "(v.bot or v.prefetch)";
  /** Needs {@code visits v} joined with {@code links l} and {@code domains d}: a stored visit's key is its link's. */
  static final String COLUMNS = "v.epoch, v.seq, l.id, d.host, l.code, v.at, v.ipv6, v.network, v.visitor, v.user_agent, v.referrer, "
      + "v.browser, v.operating_system, v.device, v.bot, v.prefetch";
  static final Sql INSERT = new Sql(
      "insert into visits (utc_day, epoch, seq, link, at, ipv6, network, visitor, user_agent, referrer, "
          + "referrer_host, browser, operating_system, device, bot, prefetch) "
          + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing");
  static final Sql QUARANTINE = new Sql(
      "insert into quarantined_visits (utc_day, epoch, seq, link, host, code, at, ipv6, network, "
          + "visitor, user_agent, referrer, browser, operating_system, device, bot, prefetch, reason) "
          + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing");

  /** What {@link #read} reads, of {@code quarantined_visits v}: such a visit has its own key, as its link may be unknown. */
  static final String QUARANTINED_COLUMNS = "v.epoch, v.seq, v.link, v.host, v.code, v.at, v.ipv6, v.network, v.visitor, v.user_agent, "
      + "v.referrer, v.browser, v.operating_system, v.device, v.bot, v.prefetch";

  private VisitRow() {}

  /** The visit's own day, in UTC. */
  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  static Object[] toInsert(ClassifiedVisit classified, long link) {
    VisitId id = classified.visit().id();
    VisitFacts facts = classified.visit().facts();
    Traits traits = classified.traits();
    return new Object[]{dayOf(facts.at()), Epochs.toUuid(id.epoch()), id.sequence(), link, facts.at(),
        facts.network().ipv6(), facts.network().prefix(), facts.visitor(), facts.userAgent(), facts.referrer(),
        ReferrerHost.of(facts.referrer()), traits.browser(), traits.operatingSystem(),
        traits.device().name().toLowerCase(Locale.ROOT),
        traits.bot(), facts.prefetch()};
  }

  static Object[] toQuarantine(ClassifiedVisit classified, String reason) {
    VisitId id = classified.visit().id();
    VisitFacts facts = classified.visit().facts();
    Traits traits = classified.traits();
    return new Object[]{dayOf(facts.at()), Epochs.toUuid(id.epoch()), id.sequence(), facts.link().value(),
        facts.key().host().name(), facts.key().code().value(), facts.at(), facts.network().ipv6(),
        facts.network().prefix(), facts.visitor(), facts.userAgent(), facts.referrer(), traits.browser(),
        traits.operatingSystem(), traits.device().name().toLowerCase(Locale.ROOT), traits.bot(), facts.prefetch(),
        reason};
  }

  static ClassifiedVisit read(ResultSet row) throws SQLException {
    VisitId id = new VisitId(Epochs.of(row.getObject(1, UUID.class)), row.getLong(2));
    LinkKey key = new LinkKey(new Host(row.getString(4)), new ShortCode(row.getString(5)));
    VisitFacts facts = new VisitFacts(new LinkId(row.getObject(3, UUID.class)), key, row.getObject(6, Instant.class),
        new Network(row.getBoolean(7), row.getLong(8)), row.getLong(9), row.getString(10), row.getString(11),
        row.getBoolean(16));
    Traits traits = new Traits(row.getString(12), row.getString(13),
        Traits.Device.valueOf(row.getString(14).toUpperCase(Locale.ROOT)),
        row.getBoolean(15));
    return new ClassifiedVisit(new Visit(id, facts), traits);
  }
}
