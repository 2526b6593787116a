package dev.hexlink.http.statistics;

import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.http.json.QueryParameters;
import dev.hexlink.http.link.LinkKeys;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import dev.hexlink.http.role.Serves;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.ZoneId;

/** Lists the visits of a link, newest first. */
@Serves(Role.API)
@Controller("/api/v1/links/{code}/visits")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VisitsController {
  private static final int USUAL_LIMIT = 100;
  private final ReadStatistics reading;
  private final LinkKeys keys;

  VisitsController(ReadStatistics reading, LinkKeys keys) {
    this.reading = reading;
    this.keys = keys;
  }

  @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
  HttpResponse<?> list(String code, HttpRequest<?> request) {
    LinkKey key = keys.of(code, request);
    VisitPage page = page(key, new QueryParameters(request.getParameters()));
    return Csv.isWantedBy(request)
        ? next(Csv.response(VisitCsv.of(page)), page)
        : HttpResponse.ok(VisitListJson.from(page)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private VisitPage page(LinkKey key, QueryParameters query) {
    ZoneId zone = StatisticsParameters.zone(query);
    Instant from = StatisticsParameters.moment(query, "from", zone);
    Instant to = StatisticsParameters.moment(query, "to", zone);
    boolean withoutBots = query.flag("excludeBots");
    int limit = query.whole("limit", 1, VisitQuery.LARGEST_LIMIT, USUAL_LIMIT);
    VisitQuery.VisitCursor after = query.cursor(VisitCursors::parse);
    query.refuseIfAny();
    return reading.visits(key, from, to, withoutBots, limit, after)
        .orElseThrow(() -> new Refused(Problem.of(ProblemType.LINK_NOT_FOUND)));
  }

  /** A table has no place for the cursor, so the head carries it. */
  private static HttpResponse<?> next(MutableHttpResponse<?> response, VisitPage page) {
    return page.hasMore() ? response.header("X-Next-Cursor", VisitCursors.after(page.visits().getLast())) : response;
  }
}
