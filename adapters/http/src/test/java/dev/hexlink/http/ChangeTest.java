package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.header;
import static dev.hexlink.http.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Changing;
import dev.hexlink.application.api.LinkView;
import dev.hexlink.domain.link.Edit;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.VisitCounts;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest extends ServerTest {
  private static final String LINK = "/api/v1/links/k3Jx9QpA";

  ChangeTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void aLinkIsReadWithItsCounts() {
    HttpResponse<String> answer = browser.get(LINK);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "ETag")).isEqualTo("\"3\"");
    assertThat(json(answer)).containsEntry("shortCode", "k3Jx9QpA");
    assertThat(answer.body())
        .contains("\"visits\":{\"total\":10,\"bots\":4,\"live\":2,\"asOf\":\"2026-11-21T12:00:00Z\"}");
  }

  @Test
  void whatIsNotThereOrRetiredIsNotFound() {
    hexlink.reading = Optional.empty();
    assertProblem(browser.get(LINK), 404, "link-not-found");
    hexlink.reading = Optional.of(new LinkView(Samples.link(RedirectStatus.FOUND, Window.ALWAYS, Samples.NOW),
        VisitCounts.NONE, 0, Samples.NOW));
    assertThat(assertProblem(browser.get(LINK), 404, "link-not-found").get("detail")).asString().contains("restored");
    assertProblem(browser.get("/api/v1/links/a.b"), 404, "link-not-found");
  }

  @Test
  void aDomainBesidesTheDefaultIsNamed() {
    browser.get(LINK + "?domain=go.example.com");
    browser.get(LINK + "?domain=hex.test");

    assertThat(hexlink.keys).extracting(LinkKey::host).containsExactly(FakeHexlink.OTHER_HOST, Host.DEFAULT);
    assertThat(errors(assertProblem(browser.get(LINK + "?domain=evil.example"), 400, "invalid-parameter")))
        .containsExactly("domain=invalid-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/merge-patch+json"})
  void aPatchTellsAbsentFromNull(String type) {
    HttpResponse<String> answer = browser.send("PATCH", LINK,
        "{\"title\":null,\"tags\":[\"x\"],\"maxVisits\":null,\"redirectStatus\":301}", "Content-Type", type);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "ETag")).isEqualTo("\"3\"");
    assertThat(hexlink.changes).containsExactly(new ChangeRequest(null, Edit.to(null), Edit.to(List.of(new Tag("x"))),
        Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(null), Edit.to(RedirectStatus.MOVED_PERMANENTLY)));
  }

  @Test
  void aPatchMayHoldNothing() {
    assertThat(browser.send("PATCH", LINK, "{}").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"longUrl":null}                | invalid-value  | longUrl=invalid-value
      {"longUrl":7}                   | wrong-type     | longUrl=wrong-type
      {"customSlug":"x"}              | unknown-field  | customSlug=unknown-field
      {"domain":"x"}                  | unknown-field  | domain=unknown-field
      {"title":"","note":5}           | invalid-fields | title=invalid-value;note=wrong-type
      {"validSince":"2030-01-02T00:00:00Z","validUntil":"2030-01-02T00:00:00Z"} | invalid-window | validUntil=invalid-window
      "x"                             | wrong-type     | =wrong-type
      """)
  void whatIsWrongWithAPatchIsToldAllAtOnce(String body, String code, String errors) {
    assertThat(errors(assertProblem(browser.send("PATCH", LINK, body), 422, code))).containsExactly(errors.split(";"));
    assertThat(hexlink.changes).isEmpty();
  }

  @Test
  void everyOutcomeOfAChangeHasItsAnswer() {
    hexlink.changing = new Changing.NoSuchLink();
    assertProblem(browser.send("PATCH", LINK, "{}"), 404, "link-not-found");
    assertProblem(browser.send("DELETE", LINK, null), 404, "link-not-found");
    assertProblem(browser.post(LINK + "/restore", ""), 404, "link-not-found");

    hexlink.changing = new Changing.VersionConflict(Samples.link());
    HttpResponse<String> conflict = browser.send("PATCH", LINK, "{}", "If-Match", "\"2\"");
    assertProblem(conflict, 412, "version-conflict");
    assertThat(header(conflict, "ETag")).isEqualTo("\"3\"");

    hexlink.changing = new Changing.TargetRefused(TargetRefusal.CREDENTIALS);
    assertProblem(browser.send("PATCH", LINK, "{}"), 422, "target-credentials");
    hexlink.changing = new Changing.WindowRefused();
    assertProblem(browser.send("PATCH", LINK, "{}"), 422, "invalid-window");
  }

  @Test
  void aLinkIsRetiredAndRestored() {
    HttpResponse<String> retired = browser.send("DELETE", LINK, null);
    assertThat(retired.statusCode()).isEqualTo(204);
    assertThat(retired.body()).isEmpty();

    HttpResponse<String> restored = browser.send("POST", LINK + "/restore", null, "If-Match", "*");
    assertThat(restored.statusCode()).isEqualTo(200);
    assertThat(header(restored, "ETag")).isEqualTo("\"3\"");
  }

  /** The stored version is 3. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      *                | -1
      "7"              | 7
      "3"              | 3
      "7", "3"         | 3
      "7", "8"         | 7
      "x"              | 0
      W/"3"            | 0
      3                | 0
      "3" , *          | -1
      "99999999999999999999999" | 0
      """)
  void ifMatchSaysWhichVersionIsExpected(String header, long expected) {
    browser.send("PATCH", LINK, "{}", "If-Match", header);

    assertThat(hexlink.expectations)
        .containsExactly(expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected));
  }

  @Test
  void withoutIfMatchAnyVersionWillDo() {
    browser.send("DELETE", LINK, null);

    assertThat(hexlink.expectations).containsExactly(OptionalLong.empty());
  }
}
