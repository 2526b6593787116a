package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Overloaded;
import dev.hexlink.application.api.Readiness.Check;
import dev.hexlink.http.problem.ProblemType;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest extends ServerTest {
  OperationTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void livenessLooksAtNothing() {
    hexlink.checks = List.of(new Check("h2", false, "down"));
    HttpResponse<String> answer = browser.get("/healthz");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"up\",\"checks\":[]}");
  }

  @Test
  void readinessNamesWhatIsDown() {
    assertThat(browser.get("/readyz").statusCode()).isEqualTo(200);
    hexlink.checks = List.of(new Check("h2", true, ""), new Check("segments", false, "the disk is full"));
    HttpResponse<String> answer = browser.get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("""
        {"status":"down","checks":[{"name":"h2","status":"up","detail":""},\
        {"name":"segments","status":"down","detail":"the disk is full"}]}""");
  }

  @Test
  void whatCanWaitIsTurnedAwayUnderLoad() {
    hexlink.shortening = _ -> {
      throw new Overloaded("create");
    };
    HttpResponse<String> answer = browser.post("/api/v1/links", "{\"longUrl\":\"https://example.com/\"}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("1");
    assertThat(answer.body()).contains("\"code\":\"overloaded\"");
  }

  @Test
  void vitalsArePublishedAsTheyAre() {
    hexlink.dropped = 3;
    HttpResponse<String> answer = browser.get("/metrics");

    assertThat(header(answer, "Content-Type")).startsWith("text/plain");
    assertThat(answer.body()).contains("# TYPE hexlink_visits_dropped_total counter",
        "hexlink_visits_dropped_total 3.0", "# TYPE hexlink_journal_bytes gauge", "hexlink_journal_bytes 42.0",
        "jvm_memory_used_bytes");
    hexlink.dropped = 4;
    assertThat(browser.get("/metrics").body()).contains("hexlink_visits_dropped_total 4.0");
  }

  @Test
  void requestsAreNotTimedByFilters() {
    browser.get("/k3Jx9QpA");

    assertThat(browser.get("/metrics").body()).doesNotContain("http_server_requests");
  }

  @Test
  void theLivePageLoadsNothingFromElsewhere() {
    HttpResponse<String> page = browser.get("/docs");

    assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self';",
        "frame-ancestors 'none'");
    assertThat(page.body()).doesNotContain("http://", "https://", "//cdn");
    Matcher loaded = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"").matcher(page.body());
    assertThat(loaded.results().map(it -> it.group(1))).hasSize(3)
        .allSatisfy(path -> assertThat(browser.get(path).statusCode()).isEqualTo(200));
    assertThat(header(browser.get("/docs/swagger-ui-bundle.js"), "Content-Type")).startsWith("text/javascript");
  }

  @ParameterizedTest
  @CsvSource({"/,text/html;charset=utf-8", "/robots.txt,text/plain", "/favicon.ico,image/svg+xml",
      "/openapi.yaml,application/yaml", "/problems,text/html;charset=utf-8"})
  void smallFilesAreServed(String path, String type) {
    HttpResponse<String> answer = browser.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(answer.body()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/healthz", "/readyz", "/metrics", "/docs", "/openapi.yaml", "/problems",
      "/problems/link-deleted", "/robots.txt", "/favicon.ico"})
  void noPageIsTakenForACode(String path) {
    for (String accept : List.of("*/*", "text/html,*/*;q=0.8", "application/json", "image/png", "text/plain")) {
      assertThat(browser.get(path, "Accept", accept).statusCode()).as(accept)
          .isEqualTo(200);
    }
    assertThat(hexlink.keys).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemHasAPage(ProblemType type) {
    HttpResponse<String> page = browser.get("/problems/" + type.code(), "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.body()).contains(type.code(), Integer.toString(type.status()));
  }

  @Test
  void anUnknownProblemHasNone() {
    assertProblem(browser.get("/problems/nonsense"), 404, "not-found");
  }

  @Test
  void crossOriginRequestsAreNotInvited() {
    HttpResponse<String> answer = browser.get("/api/v1/links", "Origin", "https://evil.example");

    assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }
}
