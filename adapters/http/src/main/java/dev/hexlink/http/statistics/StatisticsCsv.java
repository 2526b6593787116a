package dev.hexlink.http.statistics;

import dev.hexlink.application.api.Statistics;
import dev.hexlink.application.api.StatisticsQuery;

/** Statistics as one table: the series, or the groups, or else the totals. */
final class StatisticsCsv {
  private StatisticsCsv() {}

  static Csv of(Statistics statistics, StatisticsQuery query) {
    if (query.interval() != null) {
      Csv csv = new Csv("start", "visits");
      statistics.series().forEach(step -> csv.row(step.start(), step.visits()));
      return csv;
    }
    if (query.groupBy() != null) {
      Csv csv = new Csv("value", "visits");
      statistics.groups().forEach(group -> csv.row(group.value(), group.counts().total()));
      return csv;
    }
    return new Csv("total", "bots", "uniqueVisitors", "asOf").row(statistics.total(), statistics.bots(),
        statistics.uniqueVisitors(), statistics.asOf());
  }
}
