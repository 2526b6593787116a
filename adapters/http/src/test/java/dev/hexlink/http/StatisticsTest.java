package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.header;
import static dev.hexlink.http.Answers.json;
import static dev.hexlink.http.Answers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Interval;
import dev.hexlink.application.api.Statistics;
import dev.hexlink.application.api.StatisticsOutcome;
import dev.hexlink.application.api.StatisticsQuery;
import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitPage;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest extends ServerTest {
  private static final String STATS = "/api/v1/links/k3Jx9QpA/stats";
  private static final String VISITS = "/api/v1/links/k3Jx9QpA/visits";
  private static final Statistics SAMPLE = new Statistics(7, 2, 3, Samples.NOW,
      List.of(new Statistics.Step(Samples.BIRTH, 5), new Statistics.Step(Samples.NOW, 2)),
      List.of(new Visits.Group("=cmd|' /C calc'!A0", new VisitCounts(4, 1)),
          new Visits.Group("say \"hi\", you", new VisitCounts(3, 1))));
  private static final VisitId VISIT = new VisitId(new Epoch(1, 2), 9);

  StatisticsTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
    hexlink.reset();
  }

  private void show(Statistics statistics) {
    hexlink.statistics = new StatisticsOutcome.Shown(statistics);
  }

  private void showVisit(boolean more) {
    VisitFacts facts = new VisitFacts(Samples.link().id(), Samples.link().key(), Samples.NOW,
        new Network(false, 0xcb0071), 5, "@evil", "https://news.example/a,b", true);
    Traits traits = new Traits("Firefox", "Linux", Traits.Device.DESKTOP, false);
    hexlink.visits = Optional
        .of(new VisitPage(List.of(new ClassifiedVisit(new Visit(VISIT, facts), traits)), more));
  }

  @Test
  void statisticsAreShownAsJson() {
    show(SAMPLE);
    HttpResponse<String> answer = browser.get(STATS);

    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("""
        {"total":7,"bots":2,"uniqueVisitors":3,"asOf":"2026-11-21T12:00:00Z",\
        "series":[{"start":"2026-11-18T12:00:00Z","visits":5},{"start":"2026-11-21T12:00:00Z","visits":2}],\
        "groups":[{"value":"=cmd|' /C calc'!A0","visits":4},{"value":"say \\"hi\\", you","visits":3}]}""");
    assertThat(hexlink.statisticsQueries)
        .containsExactly(new StatisticsQuery(null, null, null, ZoneOffset.UTC, null, false));
  }

  @Test
  void emptyStatisticsKeepTheirShape() {
    show(new Statistics(0, 0, 0, Samples.NOW, List.of(), List.of()));

    assertThat(browser.get(STATS).body()).contains("\"series\":[]", "\"groups\":[]");
  }

  @Test
  void everyParameterReachesTheApplication() {
    show(SAMPLE);
    browser.get(STATS + "?from=2026-11-01&to=2026-11-02T10:00:00%2B02:00&interval=week&groupBy=os"
        + "&timezone=Europe/Berlin&excludeBots=true");

    assertThat(hexlink.statisticsQueries)
        .containsExactly(new StatisticsQuery(Instant.parse("2026-10-31T23:00:00Z"),
            Instant.parse("2026-11-02T08:00:00Z"), Interval.WEEK, ZoneId.of("Europe/Berlin"), Trait.OPERATING_SYSTEM,
            true));
  }

  @ParameterizedTest
  @CsvSource({"referrer,REFERRER", "browser,BROWSER", "os,OPERATING_SYSTEM", "device,DEVICE", "bot,BOT"})
  void visitsAreGroupedBy(String name, Trait trait) {
    show(SAMPLE);
    browser.get(STATS + "?groupBy=" + name);

    assertThat(hexlink.statisticsQueries.getFirst().groupBy()).isEqualTo(trait);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      interval=hour     | 'start,visits;2026-11-18T12:00:00Z,5;2026-11-21T12:00:00Z,2;'
      groupBy=referrer  | 'value,visits;''=cmd|'' /C calc''!A0,4;"say ""hi"", you",3;'
      excludeBots=1     | 'total,bots,uniqueVisitors,asOf;7,2,3,2026-11-21T12:00:00Z;'
      """)
  void statisticsAreATableToo(String query, String table) {
    show(SAMPLE);
    HttpResponse<String> answer = browser.get(STATS + "?" + query, "Accept", "text/csv");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(answer.body().replace("\r\n", ";")).isEqualTo(table.replace("'=cmd|'", "'=cmd|'"));
  }

  @ParameterizedTest
  @CsvSource({"interval=minute,interval", "groupBy=city,groupBy", "timezone=Mars/Base,timezone", "from=yesterday,from",
      "to=2026-13-01,to", "from=-99999-01-01T00:00:00Z,from", "excludeBots=maybe,excludeBots"})
  void aParameterThatCannotBeUsedIsNamed(String query, String field) {
    assertThat(errors(assertProblem(browser.get(STATS + "?" + query), 400, "invalid-parameter")))
        .containsExactly(field + "=invalid-parameter");
  }

  @Test
  void aTableShowsOneThingOnly() {
    assertProblem(browser.get(STATS + "?interval=day&groupBy=bot", "Accept", "text/csv"), 400, "invalid-parameter");
  }

  @Test
  void everyOutcomeHasItsAnswer() {
    assertProblem(browser.get(STATS), 404, "link-not-found");
    assertProblem(browser.get(STATS, "Accept", "text/csv"), 404, "link-not-found");
    assertProblem(browser.get(VISITS), 404, "link-not-found");
    hexlink.statistics = new StatisticsOutcome.RangeRefused();
    assertThat(errors(assertProblem(browser.get(STATS), 400, "invalid-parameter"))).containsExactly(
        "to=invalid-parameter");
    hexlink.statistics = new StatisticsOutcome.TooManySteps(10_000);
    assertProblem(browser.get(STATS), 400, "too-many-steps");
    assertProblem(browser.get(STATS, "Accept", "image/png"), 406, "not-acceptable");
  }

  @Test
  void visitsAreListed() {
    showVisit(false);

    assertThat(browser.get(VISITS).body()).isEqualTo("""
        {"data":[{"id":"00000000000000010000000000000002:9","at":"2026-11-21T12:00:00Z",\
        "referrer":"https://news.example/a,b","userAgent":"@evil","browser":"Firefox","os":"Linux","device":"desktop",\
        "bot":false,"prefetch":true,"network":"203.0.113.0/24"}],"pagination":{"next":null,"hasMore":false}}""");
  }

  @Test
  void theNextPageFollowsTheLastVisit() {
    showVisit(true);
    Object next = object(json(browser.get(VISITS)).get("pagination")).get("next");
    browser.get(VISITS + "?after=" + next);
    HttpResponse<String> table = browser.get(VISITS, "Accept", "text/csv");
    browser.get(VISITS + "?after=" + header(table, "X-Next-Cursor"));

    VisitCursor cursor = new VisitCursor(Samples.NOW, VISIT);
    assertThat(hexlink.visitCursors).containsExactly(cursor, cursor);
    assertProblem(browser.get(VISITS + "?after=bDEgMQ"), 400, "invalid-cursor");
    assertProblem(browser.get(VISITS + "?limit=1001"), 400, "invalid-parameter");
  }

  @Test
  void visitsAreATableToo() {
    showVisit(false);

    assertThat(browser.get(VISITS, "Accept", "text/csv").body()).isEqualTo(
        """
            id,at,referrer,userAgent,browser,os,device,bot,prefetch,network\r
            00000000000000010000000000000002:9,2026-11-21T12:00:00Z,"https://news.example/a,b",'@evil,Firefox,Linux,desktop,false,true,203.0.113.0/24\r
            """);
  }
}
