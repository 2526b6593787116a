package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends ServerTest {
  private static final String LINKS = "/api/v1/links";
  private static final String WISH = "{\"longUrl\":\"https://example.com/\"}";

  AccessTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @ParameterizedTest
  @CsvSource({"GET,/api/v1/links", "POST,/api/v1/links", "POST,/api/v1/links/bulk", "GET,/api/v1/links/x",
      "PATCH,/api/v1/links/x", "DELETE,/api/v1/links/x", "POST,/api/v1/links/x/restore", "GET,/api/v1/links/x/stats",
      "GET,/api/v1/links/x/visits", "GET,/api/v1/nothing"})
  void whereKeysAreAskedForNothingOfTheApiIsOpen(String method, String path) {
    hexlink.open = false;
    HttpResponse<String> without = browser.send(method, path, null);
    HttpResponse<String> wrong = browser.send(method, path, null, "X-Api-Key", "wrong");

    assertProblem(without, 401, "unauthorized");
    assertThat(header(without, "WWW-Authenticate")).isEqualTo("Bearer realm=\"hexlink\"");
    assertThat(wrong.body()).isEqualTo(without.body());
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(hexlink.wishes).isEmpty();
    assertThat(hexlink.keys).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key,right", "Authorization,Bearer right", "Authorization,bearer  right"})
  void aRightKeyOpens(String header, String value) {
    hexlink.open = false;

    assertThat(browser.post(LINKS, WISH, header, value).statusCode()).isEqualTo(201);
    assertThat(hexlink.callers).containsExactly(new Caller("key:1", false));
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key,wrong", "X-Api-Key,''", "Authorization,Bearer wrong", "Authorization,Bearer "})
  void aWrongKeyIsRefusedEvenWhereNoneIsNeeded(String header, String value) {
    assertProblem(browser.post(LINKS, WISH, header, value), 401, "unauthorized");
  }

  @Test
  void anEndlessKeyIsNotLookedFor() {
    assertProblem(browser.get(LINKS, "X-Api-Key", "right".repeat(1000)), 401, "unauthorized");
  }

  @Test
  void otherSchemesAreNoKeys() {
    assertThat(browser.get(LINKS, "Authorization", "Basic cmlnaHQ6").statusCode()).isEqualTo(200);
    hexlink.open = false;
    assertProblem(browser.get(LINKS, "Authorization", "Basic cmlnaHQ6"), 401, "unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/k3Jx9QpA", "/k3Jx9QpA+", "/healthz", "/readyz", "/metrics", "/docs", "/openapi.yaml", "/",
      "/problems"})
  void whatVisitorsAndOperatorsMeetStaysOpen(String path) {
    hexlink.open = false;

    assertThat(browser.get(path).statusCode()).isNotEqualTo(401);
  }

  @Test
  void whoHasNoKeyIsKnownByAddress() {
    browser.post(LINKS, WISH, "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9");

    assertThat(hexlink.callers).containsExactly(new Caller("address:127.0.0.1", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%61pi/v1/links", "/api%2fv1/links", "//api/v1/links", "/api//v1/links", "/api/v1/links/",
      "/api/./v1/links", "/x/../api/v1/links", "/api/v1/links;a=b", "/API/v1/links", "/api/v1/links?x=/",
      "http://hex.test/api/v1/links", "/%61pi/v1/links/x", "/api/v1/links/x/../y", "/api/v1/links#/"})
  void noSpellingOfAPathLeadsPastTheFilter(String path) {
    hexlink.open = false;
    String answer = RawClient.exchange(server.getPort(),
        "GET " + path + " HTTP/1.1\r\nHost: hex.test\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (401|404|400) .*");
    assertThat(hexlink.queries).isEmpty();
    assertThat(hexlink.keys).isEmpty();
  }
}
