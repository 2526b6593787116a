package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.header;
import static dev.hexlink.http.Answers.json;
import static dev.hexlink.http.Answers.list;
import static dev.hexlink.http.Answers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.AdmitCallers.CreateGrant;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.RateLimiter.Grant;
import dev.hexlink.domain.code.ShortCode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkTest extends ServerTest {
  private static final String BULK = "/api/v1/links/bulk";

  BulkTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void eachItemIsToldForItselfAndInOrder() {
    hexlink.shortening = wish -> switch (wish.target()) {
      case "https://new.example" -> new Shortening.Created(Samples.link());
      case "https://equal.example" -> new Shortening.AlreadyThere(Samples.link());
      case "https://taken.example" -> new Shortening.SlugTaken(new ShortCode("x"));
      default -> throw new LinksUnavailable("secret");
    };
    HttpResponse<String> answer = browser.post(BULK, """
        {"links":[{"longUrl":"https://new.example"},{"longUrl":7,"x":1},{"longUrl":"https://taken.example"},
         {"longUrl":"https://equal.example"},{"longUrl":"https://down.example"},17]}""");

    assertThat(answer.statusCode()).isEqualTo(207);
    assertThat(statuses(answer)).containsExactly(201, 422, 409, 200, 503, 422);
    List<Object> results = list(json(answer).get("results"));
    assertThat(object(results.get(0))).containsOnlyKeys("status", "link");
    assertThat(object(object(results.get(0)).get("link"))).containsEntry("shortUrl", "http://hex.test/k3Jx9QpA");
    assertThat(object(results.get(1))).containsOnlyKeys("status", "problem");
    Map<String, Object> problem = object(object(results.get(1)).get("problem"));
    assertThat(problem).containsEntry("type", "http://hex.test/problems/invalid-fields");
    assertThat(errors(problem)).containsExactly("longUrl=wrong-type", "x=unknown-field");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void itemsBeyondTheAllowanceAreRefusedOneByOne() {
    hexlink.grant = new CreateGrant(new Grant(2, 0, Duration.ofMillis(60), Duration.ofSeconds(60)), 1000,
        Duration.ofMinutes(1));
    HttpResponse<String> answer = browser.post(BULK,
        """
            {"links":[{"longUrl":"https://a.example"},{"x":1},{"longUrl":"https://b.example"},{"longUrl":"https://c.example"}]}""");

    assertThat(statuses(answer)).containsExactly(201, 422, 201, 429);
    assertThat(header(answer, "RateLimit")).isEqualTo("\"creates\";r=0;t=60");
    assertThat(hexlink.wishes).extracting(ShortenRequest::target).containsExactly("https://a.example",
        "https://b.example");
  }

  @Test
  void anIdempotencyKeyTellsItemsApartByTheirPlace() {
    browser.post(BULK, "{\"links\":[{\"longUrl\":\"https://a.b\"},{\"longUrl\":\"https://a.b\"}]}", "Idempotency-Key",
        "k");

    assertThat(hexlink.wishes).extracting(wish -> Objects.requireNonNull(wish.idempotency()).key())
        .containsExactly("k 0", "k 1");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {}                      | missing-field  | links=missing-field
      {"links":7}             | wrong-type     | links=wrong-type
      {"links":[]}            | too-many-items | links=too-many-items
      {"links":[{}],"x":1}    | unknown-field  | x=unknown-field
      []                      | invalid-fields | =wrong-type;links=missing-field
      """)
  void whatIsWrongWithTheWholeIsToldOnce(String body, String code, String errors) {
    assertThat(errors(assertProblem(browser.post(BULK, body), 422, code))).containsExactly(errors.split(";"));
  }

  @Test
  void thereAreAtMostAThousandItems() {
    assertThat(statuses(browser.post(BULK, many(1000)))).hasSize(1000).containsOnly(201);
    assertProblem(browser.post(BULK, many(1001)), 422, "too-many-items");
  }

  @Test
  void itsBodyMayBeLargerThanThatOfOthers() {
    String note = "x".repeat(4000);
    String item = "{\"longUrl\":\"https://a.b\",\"note\":\"" + note + "\"}";
    String body = "{\"links\":[" + String.join(",", Collections.nCopies(900, item)) + "]}";

    assertThat(body.length()).isBetween(3 * 1024 * 1024, 4 * 1024 * 1024);
    assertThat(statuses(browser.post(BULK, body))).hasSize(900).containsOnly(201);
  }

  private static String many(int count) {
    return "{\"links\":[" + String.join(",", Collections.nCopies(count, "{\"longUrl\":\"https://a.b\"}")) + "]}";
  }

  private static List<Object> statuses(HttpResponse<String> answer) {
    return list(json(answer).get("results")).stream().map(result -> object(result).get("status")).toList();
  }
}
