package dev.hexlink.http.statistics;

import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.Statistics;
import dev.hexlink.application.api.StatisticsOutcome;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.http.link.LinkKeys;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Shows how a link is followed. */
@Serves(Role.API)
@Controller("/api/v1/links/{code}/stats")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatisticsController {
  private final ReadStatistics reading;
  private final LinkKeys keys;

  StatisticsController(ReadStatistics reading, LinkKeys keys) {
    this.reading = reading;
    this.keys = keys;
  }

  @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
  HttpResponse<?> show(String code, HttpRequest<?> request) {
    boolean csv = Csv.isWantedBy(request);
    StatisticsQuery query = StatisticsParameters.in(request.getParameters(), csv);
    return switch (reading.statistics(keys.of(code, request), query)) {
      case StatisticsOutcome.Shown(var statistics) -> shown(statistics, query, csv);
      case StatisticsOutcome.NoSuchLink() -> throw new Refused(Problem.of(ProblemType.LINK_NOT_FOUND));
      case StatisticsOutcome.RangeRefused() -> throw new Refused(
          Problem.ofField("to", ProblemType.INVALID_PARAMETER, "'to' must be later than 'from'."));
      case StatisticsOutcome.TooManySteps(var most) -> throw new Refused(Problem.ofField("interval",
          ProblemType.TOO_MANY_STEPS, "The series would have more than " + most + " steps."));
    };
  }

  private static HttpResponse<?> shown(Statistics statistics, StatisticsQuery query, boolean csv) {
    return csv
        ? Csv.response(StatisticsCsv.of(statistics, query))
        : HttpResponse.ok(StatisticsJson.from(statistics)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
