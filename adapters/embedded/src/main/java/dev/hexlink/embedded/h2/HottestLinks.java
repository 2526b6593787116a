package dev.hexlink.embedded.h2;

import dev.hexlink.domain.link.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * The links in service that were followed most since a moment. All counts of the time are looked at, but only so many links are held at a time: a
 * link's quarters of an hour stand beside each other.
 */
record HottestLinks(Instant since, int most) {
  private static final int PAGE = 10_000;
  private static final Sql COUNTS = new Sql("select r.slot, r.total from visit_rollups r "
      + "left join links l on l.number = r.slot / " + Slot.A_LINK + " where r.slot > ? and bitand(r.slot, "
      + (Slot.A_LINK - 1) + ") >= ? and l.retired_at is null order by r.slot fetch first " + PAGE + " rows only");

  List<Route> in(Connection connection) throws SQLException {
    Ranking ranking = new Ranking(most);
    long last = -1;
    List<Count> page;
    do {
      page = COUNTS.all(connection, row -> new Count(row.getLong(1), row.getLong(2)), last, Slot.of(0, since));
      page.forEach(ranking::add);
      last = page.isEmpty() ? last : page.getLast().slot;
    } while (page.size() == PAGE);
    List<Long> numbers = ranking.numbers();
    Map<Long, Route> routes = RoutesInService.of(connection, numbers);
    return numbers.stream().map(routes::get).filter(Objects::nonNull).toList();
  }

  /** The count of a slot. */
  private record Count(long slot, long total) {}

  /** How often a link, by its number, was followed. */
  private record Followed(long number, long times) {}

  /** The most followed of the links whose counts came so far, in the order of slots. */
  private static final class Ranking {
    private final PriorityQueue<Followed> hottest = new PriorityQueue<>(Comparator.comparingLong(Followed::times));
    private final int most;
    private Followed current = new Followed(0, 0);

    Ranking(int most) {
      this.most = most;
    }

    void add(Count count) {
      long number = count.slot / Slot.A_LINK;
      if (number != current.number) {
        rank();
        current = new Followed(number, 0);
      }
      current = new Followed(number, current.times + count.total);
    }

    private void rank() {
      if (current.times > 0) {
        hottest.add(current);
      }
      if (hottest.size() > most) {
        hottest.remove();
      }
    }

    List<Long> numbers() {
      rank();
      return hottest.stream().sorted(Comparator.comparingLong(Followed::times).reversed()).map(Followed::number)
          .toList();
    }
  }
}
