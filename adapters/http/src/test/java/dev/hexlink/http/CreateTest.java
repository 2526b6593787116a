package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static dev.hexlink.http.Answers.errors;
import static dev.hexlink.http.Answers.header;
import static dev.hexlink.http.Answers.json;
import static dev.hexlink.http.Answers.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.AdmitCallers.CreateGrant;
import dev.hexlink.application.api.CodesExhausted;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.RateLimiter.Grant;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.SlugRefusal;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest extends ServerTest {
  private static final String LINKS = "/api/v1/links";
  private static final String SHORTEST = "{\"longUrl\":\"https://example.com/\"}";

  CreateTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void aNewLinkIsShownInFull() {
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(header(answer, "Location")).isEqualTo("http://hex.test/api/v1/links/k3Jx9QpA");
    assertThat(header(answer, "ETag")).isEqualTo("\"3\"");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.body()).isEqualTo("""
        {"id":"01a1ee87-3200-7001-8000-000000000002","shortCode":"k3Jx9QpA","shortUrl":"http://hex.test/k3Jx9QpA",\
        "longUrl":"https://example.com/a?b=c&d=%3Ce%3E","domain":"hex.test","title":"A <title>","tags":["a","b"],\
        "note":"a note","createdAt":"2026-11-18T12:00:00Z","updatedAt":"2026-11-18T12:00:00Z","validSince":null,\
        "validUntil":null,"maxVisits":null,"redirectStatus":307,\
        "visits":{"total":0,"bots":0,"live":0,"asOf":"2026-11-18T12:00:00Z"}}""");
  }

  @Test
  void everyFieldReachesTheApplication() {
    browser.post(LINKS, """
        {"longUrl":" http://Example.com ","customSlug":"spring","domain":"go.example.com","title":"  Spring ",
         "tags":["B","a","b"],"note":"n\\tn","validSince":"2026-12-01T01:00:00+01:00",
         "validUntil":"2027-01-01T00:00:00.123456Z","maxVisits":5,"redirectStatus":301,"findIfExists":true}""");

    ShortenRequest wish = hexlink.wishes.getFirst();
    assertThat(wish.target()).isEqualTo(" http://Example.com ");
    assertThat(wish.slug()).isEqualTo("spring");
    assertThat(wish.host()).isEqualTo(FakeHexlink.OTHER_HOST);
    assertThat(wish.title()).isEqualTo(new Title("Spring"));
    assertThat(wish.tags()).containsExactly(new Tag("a"), new Tag("b"));
    assertThat(wish.note()).extracting("value").isEqualTo("n\tn");
    assertThat(wish.window())
        .isEqualTo(new Window(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00.123Z")));
    assertThat(wish.maxVisits()).isEqualTo(5);
    assertThat(wish.redirectStatus()).isEqualTo(RedirectStatus.MOVED_PERMANENTLY);
    assertThat(wish.orEqual()).isTrue();
    assertThat(wish.idempotency()).isNull();
  }

  @Test
  void whatIsAbsentOrNullHasItsDefault() {
    browser.post(LINKS, "{\"longUrl\":\"https://example.com/\",\"title\":null,\"tags\":null,\"maxVisits\":null,"
        + "\"customSlug\":null,\"findIfExists\":null}");

    assertThat(hexlink.wishes.getFirst()).isEqualTo(new ShortenRequest("https://example.com/", null, Host.DEFAULT,
        null, List.of(), null, Window.ALWAYS, null, RedirectStatus.TEMPORARY_REDIRECT, false, null));
  }

  @Test
  void anEqualLinkIsFoundWithItsCounts() {
    hexlink.shortening = _ -> new Shortening.AlreadyThere(Samples.link());

    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(object(json(answer).get("visits"))).containsEntry("total", 10).containsEntry("live", 2);
  }

  @ParameterizedTest
  @EnumSource(TargetRefusal.class)
  void everyRefusalOfATargetIsAProblemOfItsOwn(TargetRefusal why) {
    hexlink.shortening = _ -> new Shortening.TargetRefused(why);

    String code = "target-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(errors(assertProblem(browser.post(LINKS, SHORTEST), 422, code))).containsExactly("longUrl=" + code);
  }

  @ParameterizedTest
  @EnumSource(SlugRefusal.class)
  void everyRefusalOfASlugIsAProblemOfItsOwn(SlugRefusal why) {
    hexlink.shortening = _ -> new Shortening.SlugRefused(why);

    String code = "slug-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(errors(assertProblem(browser.post(LINKS, SHORTEST), 422, code))).containsExactly("customSlug=" + code);
  }

  @Test
  void aTakenSlugIsAConflict() {
    hexlink.shortening = _ -> new Shortening.SlugTaken(new ShortCode("spring"));

    assertProblem(browser.post(LINKS, SHORTEST), 409, "slug-taken");
  }

  @Test
  void anOutageIsNotAnAnswer() {
    hexlink.shortening = _ -> {
      throw new LinksUnavailable("jdbc:h2:secret does not answer");
    };
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertProblem(answer, 503, "unavailable");
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void exhaustedCodesAreToldApart() {
    hexlink.shortening = _ -> {
      throw new CodesExhausted(8);
    };
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertProblem(answer, 503, "codes-exhausted");
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
  }

  @Test
  void aBugShowsNothingOfTheInside() {
    hexlink.shortening = _ -> {
      throw new IllegalStateException("secret");
    };
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertProblem(answer, 500, "internal-error");
    assertThat(answer.body()).doesNotContain("secret", "IllegalState");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {}                                                    | missing-field   | longUrl=missing-field
      {"longUrl":null}                                      | missing-field   | longUrl=missing-field
      {"longUrl":17}                                        | wrong-type      | longUrl=wrong-type
      {"longUrl":{"a":1}}                                   | wrong-type      | longUrl=wrong-type
      {"longUrl":"http://a.b","tags":"a"}                   | wrong-type      | tags=wrong-type
      {"longUrl":"http://a.b","tags":["a",1]}               | wrong-type      | tags[1]=wrong-type
      {"longUrl":"http://a.b","tags":["a","b c"]}           | invalid-value   | tags[1]=invalid-value
      {"longUrl":"http://a.b","title":"a\\u0000b"}          | invalid-value   | title=invalid-value
      {"longUrl":"http://a.b","title":" "}                  | invalid-value   | title=invalid-value
      {"longUrl":"http://a.b","title":"\\ud800"}            | invalid-value   | title=invalid-value
      {"longUrl":"http://a.b","note":"\\u0007"}             | invalid-value   | note=invalid-value
      {"longUrl":"http://a.b","maxVisits":0}                | invalid-value   | maxVisits=invalid-value
      {"longUrl":"http://a.b","maxVisits":-1}               | invalid-value   | maxVisits=invalid-value
      {"longUrl":"http://a.b","maxVisits":1.5}              | wrong-type      | maxVisits=wrong-type
      {"longUrl":"http://a.b","maxVisits":"1"}              | wrong-type      | maxVisits=wrong-type
      {"longUrl":"http://a.b","maxVisits":99999999999999999999} | wrong-type  | maxVisits=wrong-type
      {"longUrl":"http://a.b","redirectStatus":303}         | invalid-value   | redirectStatus=invalid-value
      {"longUrl":"http://a.b","redirectStatus":4294967603}  | invalid-value   | redirectStatus=invalid-value
      {"longUrl":"http://a.b","redirectStatus":"307"}       | wrong-type      | redirectStatus=wrong-type
      {"longUrl":"http://a.b","findIfExists":"yes"}         | wrong-type      | findIfExists=wrong-type
      {"longUrl":"http://a.b","validUntil":"tomorrow"}      | invalid-value   | validUntil=invalid-value
      {"longUrl":"http://a.b","validUntil":"2030-01-01T00:00:00"} | invalid-value | validUntil=invalid-value
      {"longUrl":"http://a.b","validUntil":"+99999-01-01T00:00:00Z"} | invalid-value | validUntil=invalid-value
      {"longUrl":"http://a.b","validUntil":1735689600}      | wrong-type      | validUntil=wrong-type
      {"longUrl":"http://a.b","validSince":"2030-01-02T00:00:00Z","validUntil":"2030-01-01T00:00:00Z"} | invalid-window | validUntil=invalid-window
      {"longUrl":"http://a.b","domain":"other.example"}     | unknown-domain  | domain=unknown-domain
      {"longUrl":"http://a.b","customSlug":""}              | slug-too-short  | customSlug=slug-too-short
      {"longUrl":"http://a.b","customSlug":"a/b"}           | slug-bad-character | customSlug=slug-bad-character
      {"longUrl":"http://a.b","longURL":"x"}                | unknown-field   | longURL=unknown-field
      {"longUrl":"http://a.b","x":1,"y":{}}                 | unknown-field   | x=unknown-field;y=unknown-field
      []                                                    | invalid-fields  | =wrong-type;longUrl=missing-field
      {"longUrl":"ftp://a.b","title":7,"x":1,"customSlug":"ä"} | invalid-fields | customSlug=slug-bad-character;title=wrong-type;x=unknown-field;longUrl=target-scheme
      """)
  void whatIsWrongWithFieldsIsToldAllAtOnce(String body, String code, String errors) {
    Map<String, Object> problem = assertProblem(browser.post(LINKS, body), 422, code);

    assertThat(errors(problem)).containsExactly(errors.split(";"));
    assertThat(hexlink.wishes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nope", "{\"longUrl\":\"http://a.b\"} x",
      "{\"longUrl\":\"a\",\"longUrl\":\"b\"}",
      "{'longUrl':'http://a.b'}", "{\"longUrl\":\"http://a.b\",}", "{\"longUrl\":\"a\nb\"}", "// c\n{}",
      "{\"note\":01}", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "{\"longUrl\":\"\\x\"}", "NaN", "<longUrl/>"})
  void whatIsNotJsonIsMalformed(String body) {
    assertProblem(browser.post(LINKS, body), 400, "malformed-json");
    assertThat(hexlink.wishes).isEmpty();
  }

  @Test
  void whatIsNotUtf8IsMalformed() {
    assertProblem(browser.sendBytes("POST", LINKS, new byte[]{'{', '"', (byte) 0xff, '"', ':', '1', '}'}), 400,
        "malformed-json");
  }

  @Test
  void aNameIsEchoedEscapedAndShortened() {
    HttpResponse<String> answer = browser.post(LINKS,
        "{\"longUrl\":\"http://a.b\",\"<script>\\\"\\n" + "x".repeat(500) + "\":1}");

    String field = errors(assertProblem(answer, 422, "unknown-field")).getFirst();
    assertThat(field).startsWith("<script>\"\nxxx").hasSizeLessThan(160);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
  void otherMediaTypesAreRefused(String type) {
    assertProblem(browser.post(LINKS, SHORTEST, "Content-Type", type), 415, "unsupported-media-type");
  }

  @Test
  void aCharsetAfterTheMediaTypeIsFine() {
    assertThat(browser.post(LINKS, SHORTEST, "Content-Type", "application/json; charset=utf-8").statusCode())
        .isEqualTo(201);
  }

  @Test
  void theSameRequestHasTheSameFingerprintHoweverItIsWritten() {
    browser.post(LINKS, "{\"longUrl\":\"https://example.com/\",\"tags\":[\"b\",\"a\"]}", "Idempotency-Key", "k1");
    browser.post(LINKS, " { \"tags\" : [\"A\",\"b\"], \"longUrl\":\"https://example.com\\u002f\"}", "Idempotency-Key",
        "k1");
    browser.post(LINKS, "{\"longUrl\":\"https://example.com/\",\"tags\":[\"a\"]}", "Idempotency-Key", "k1");

    assertThat(hexlink.wishes).hasSize(3);
    List<String> fingerprints = hexlink.wishes.stream().map(wish -> Objects.requireNonNull(wish.idempotency()))
        .map(ShortenRequest.IdempotencyKey::fingerprint).toList();
    assertThat(fingerprints.get(0)).hasSize(64).isEqualTo(fingerprints.get(1)).isNotEqualTo(fingerprints.get(2));
    assertThat(hexlink.wishes.getFirst().idempotency()).extracting("scope", "key")
        .containsExactly("address:127.0.0.1", "k1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k 1",
      "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
          + "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
          + "0123456789012345678901234567890"})
  void anUnusableIdempotencyKeyIsRefused(String key) {
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST, "Idempotency-Key", key);

    assertThat(errors(assertProblem(answer, 400, "invalid-parameter"))).containsExactly(
        "Idempotency-Key=invalid-parameter");
  }

  @Test
  void aReusedIdempotencyKeyIsRefused() {
    hexlink.shortening = _ -> new Shortening.IdempotencyKeyReused();

    assertProblem(browser.post(LINKS, SHORTEST, "Idempotency-Key", "k1"), 422, "idempotency-key-reused");
  }

  @Test
  void whatIsLeftOfTheAllowanceIsTold() {
    hexlink.grant = new CreateGrant(new Grant(1, 998, Duration.ZERO, Duration.ofMillis(120)), 1000,
        Duration.ofMinutes(1));
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"creates\";q=1000;w=60");
    assertThat(header(answer, "RateLimit")).isEqualTo("\"creates\";r=998;t=1");
  }

  @Test
  void beyondTheAllowanceNothingIsMade() {
    hexlink.grant = new CreateGrant(new Grant(0, 0, Duration.ofMillis(1500), Duration.ofSeconds(60)), 1000,
        Duration.ofMinutes(1));
    HttpResponse<String> answer = browser.post(LINKS, SHORTEST);

    assertProblem(answer, 429, "too-many-requests");
    assertThat(header(answer, "Retry-After")).isEqualTo("2");
    assertThat(header(answer, "RateLimit")).isEqualTo("\"creates\";r=0;t=60");
    assertThat(hexlink.wishes).isEmpty();
  }
}
