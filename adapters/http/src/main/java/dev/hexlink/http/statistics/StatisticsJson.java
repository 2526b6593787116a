package dev.hexlink.http.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.application.api.Statistics;
import io.micronaut.serde.annotation.Serdeable;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How a link was followed, as callers see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatisticsJson(long total, long bots, long uniqueVisitors, String asOf, List<StepJson> series,
    List<GroupJson> groups) {
  static StatisticsJson from(Statistics statistics) {
    return new StatisticsJson(statistics.total(), statistics.bots(), statistics.uniqueVisitors(),
        statistics.asOf().truncatedTo(ChronoUnit.MILLIS).toString(),
        statistics.series().stream().map(StepJson::from).toList(),
        statistics.groups().stream().map(GroupJson::from).toList());
  }
}
