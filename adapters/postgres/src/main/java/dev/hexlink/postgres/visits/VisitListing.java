package dev.hexlink.postgres.visits;

import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of a link's visits, out of no more days than fill it. */
record VisitListing(VisitQuery query) {
  private static final String OF_TIME = "select " + VisitRow.COLUMNS
      + " from visits v where v.utc_day = any(?) and v.link = ? and v.at >= ? and v.at < ?";
  private static final String AFTER = " and (v.at, v.epoch, v.seq) < (?, ?, ?)";
  private static final String LATEST = " order by v.at desc, v.epoch desc, v.seq desc fetch first ? rows only";

  VisitPage page(Connection connection) throws SQLException {
    Optional<VisitedLink> link = VisitedLink.find(connection, query.link());
    List<ClassifiedVisit> visits = link.isEmpty() ? List.of() : latest(connection, link.get(), query.limit() + 1);
    boolean hasMore = visits.size() > query.limit();
    return new VisitPage(hasMore ? visits.subList(0, query.limit()) : visits, hasMore);
  }

  private List<ClassifiedVisit> latest(Connection connection, VisitedLink link, int most) throws SQLException {
    Span time = link.shown(time());
    Sql sql = new Sql(OF_TIME + (query.withoutBots() ? " and not " + VisitRow.AUTOMATED : "")
        + (query.after() == null ? "" : AFTER) + LATEST);
    List<ClassifiedVisit> visits = new ArrayList<>();
    for (Values days : VisitedDays.last(connection, link, time, query.withoutBots(), most).portions()) {
      if (visits.size() < most) {
        visits.addAll(sql.all(connection, row -> VisitRow.read(row, link.id(), link.key()),
            parameters(days, link, time, most - visits.size())));
      }
    }
    return visits;
  }

  private Span time() {
    Span asked = Span.between(query.from(), query.to());
    VisitCursor after = query.after();
    return after == null ? asked : asked.until(after.at());
  }

  private @Nullable Object[] parameters(Values days, VisitedLink link, Span time, int limit) {
    List<@Nullable Object> parameters = new ArrayList<>(List.of(days, link.number(), time.from(), time.to()));
    VisitCursor after = query.after();
    if (after != null) {
      parameters.addAll(List.of(after.at(), Epochs.toUuid(after.id().epoch()), after.id().sequence()));
    }
    parameters.add(limit);
    return parameters.toArray();
  }
}
