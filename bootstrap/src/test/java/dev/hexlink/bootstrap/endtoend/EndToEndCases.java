package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import dev.hexlink.contracts.servers.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a user of Hexlink may expect, whichever adapters it runs with. One server serves all cases, one after the other. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EndToEndCases {
  private static final Duration TO_STATISTICS = Duration.ofSeconds(3);
  private static final Duration TO_EFFECT = Duration.ofSeconds(1);

  private final Map<String, String> settings = new HashMap<>();
  private Mix mix;
  private Path data;
  private ServerProcess server;
  private WireClient client;
  private long redirects;

  abstract Mix mix();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    data = folder;
    mix = mix();
    settings.putAll(mix.settings());
    settings.put("MICRONAUT_SERVER_PORT", Integer.toString(FreePort.next()));
    startServer();
  }

  @AfterAll
  void stop() throws Exception {
    try (Mix _ = mix; ServerProcess _ = server; WireClient _ = client) {
      System.out.println(server.output().lines().findFirst().orElse(""));
    }
  }

  @Test
  void aLinkIsCreated() throws IOException {
    Answer created = create("https://example.com/a/long/path?x=1");
    JsonNode link = Api.json(created);
    String code = code(created);
    assertThat(created.header("location")).endsWith("/api/v1/links/" + code);
    assertThat(link.get("shortUrl").asText()).isEqualTo(server.baseUrl() + "/" + code);
    assertThat(link.get("visits").get("total").asLong()).isZero();
    assertThat(Api.json(client.get("/api/v1/links/" + code)).get("id")).isEqualTo(link.get("id"));
  }

  @Test
  void manyAreCreatedAtOnceAndEachIsJudgedByItself() throws IOException {
    Answer answer = client.post("/api/v1/links/bulk",
        Api.bulk(List.of("https://example.com/1", "javascript:alert(1)", "https://example.com/3")));
    assertThat(answer.status()).isEqualTo(207);
    JsonNode results = Api.json(answer).get("results");
    assertThat(results.get(0).get("status").asInt()).isEqualTo(201);
    assertThat(results.get(1).get("status").asInt()).isEqualTo(422);
    assertThat(results.get(2).get("status").asInt()).isEqualTo(201);
    assertThat(follow(results.get(2).get("link").get("shortCode").asText())).isEqualTo("https://example.com/3");
  }

  @Test
  void aThousandCreatedAtOnceHaveCodesOfTheirOwn() throws IOException {
    List<String> targets = IntStream.range(0, 1000).mapToObj(i -> "https://example.com/" + i).toList();
    JsonNode results = Api.json(client.post("/api/v1/links/bulk", Api.bulk(targets))).get("results");
    Set<String> codes = new HashSet<>(results.findValuesAsText("shortCode"));
    assertThat(codes).hasSize(1000);
  }

  @Test
  void aSlugIsGivenOnce() throws IOException {
    String slug = "slug-" + UUID.randomUUID();
    String body = "{\"longUrl\": \"https://example.com/\", \"customSlug\": \"" + slug + "\"}";
    assertThat(client.post("/api/v1/links", body).status()).isEqualTo(201);
    Answer again = client.post("/api/v1/links", body);
    assertThat(again.status()).isEqualTo(409);
    assertThat(Api.json(again).get("code").asText()).isEqualTo("slug-taken");
    assertThat(follow(slug)).isEqualTo("https://example.com/");
  }

  @Test
  void theSameRequestMadeTwiceIsMetOnce() throws IOException {
    String key = UUID.randomUUID().toString();
    Answer first = createOnce(key, "https://example.com/once");
    Answer second = createOnce(key, "https://example.com/once");
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(code(second)).isEqualTo(code(first));
    assertThat(createOnce(key, "https://example.com/other").status()).isEqualTo(422);
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    String code = code(create("https://example.com/followed"));
    Answer followed = get(code);
    assertThat(followed.status()).isEqualTo(307);
    assertThat(followed.header("location")).isEqualTo("https://example.com/followed");
    assertThat(followed.header("cache-control")).isEqualTo("private, no-store");
    assertThat(client.exchange("HEAD", "/" + code, Map.of(), "").status()).isEqualTo(307);
    assertThat(get("nobody-has-it").status()).isEqualTo(404);
  }

  @Test
  void visitsReachStatisticsWithinThreeSeconds() throws IOException {
    String code = code(create("https://example.com/counted"));
    for (int i = 0; i < 25; i++) {
      follow(code);
    }
    await().atMost(TO_STATISTICS).untilAsserted(() -> assertThat(total(code)).isEqualTo(25));
    JsonNode link = Api.json(client.get("/api/v1/links/" + code));
    assertThat(link.get("visits").get("total").asLong()).isEqualTo(25);
  }

  @Test
  void visitsAreListed() throws IOException {
    String code = code(create("https://example.com/listed"));
    Answer followed = client.exchange("GET", "/" + code,
        Map.of("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Referer",
            "https://news.example/page"),
        "");
    assertThat(followed.status()).isEqualTo(307);
    redirects++;
    follow(code);
    await().atMost(TO_STATISTICS).until(() -> total(code) == 2);
    JsonNode visits = Api.json(client.get("/api/v1/links/" + code + "/visits?limit=100")).get("data");
    assertThat(visits).hasSize(2);
    assertThat(visits.findValuesAsText("browser")).contains("Firefox");
    assertThat(visits.findValuesAsText("network")).allMatch(network -> network.endsWith("/24"));
  }

  @Test
  void linksAreListedPageByPage() throws IOException {
    String tag = "tag" + UUID.randomUUID();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      codes.add(code(client.post("/api/v1/links",
          "{\"longUrl\": \"https://example.com/" + i + "\", \"tags\": [\"" + tag + "\"]}")));
    }
    JsonNode first = Api.json(client.get("/api/v1/links?limit=3&tags=" + tag));
    JsonNode second = Api
        .json(client.get("/api/v1/links?limit=3&tags=" + tag + "&after=" + next(first)));
    assertThat(first.get("data")).hasSize(3);
    assertThat(second.get("pagination").get("hasMore").asBoolean()).isFalse();
    Set<String> listed = new HashSet<>(first.get("data").findValuesAsText("shortCode"));
    listed.addAll(second.get("data").findValuesAsText("shortCode"));
    assertThat(listed).isEqualTo(codes);
  }

  @Test
  void aChangeTakesEffect() throws IOException {
    Answer created = create("https://example.com/before");
    String code = code(created);
    follow(code);
    String before = client.get("/api/v1/links/" + code).header("etag");
    assertThat(patch(code, before, "{\"longUrl\": \"https://example.com/after\"}").status()).isEqualTo(200);
    await().atMost(TO_EFFECT).until(() -> follow(code).equals("https://example.com/after"));
    assertThat(patch(code, before, "{\"longUrl\": \"https://example.com/late\"}").status()).isEqualTo(412);
    assertThat(follow(code)).isEqualTo("https://example.com/after");
  }

  @Test
  void aDeletedLinkIsGoneUntilItIsRestored() throws IOException {
    String code = code(create("https://example.com/deleted"));
    follow(code);
    assertThat(client.exchange("DELETE", "/api/v1/links/" + code, Map.of(), "").status()).isEqualTo(204);
    await().atMost(TO_EFFECT).until(() -> get(code).status() == 410);
    assertThat(client.post("/api/v1/links/" + code + "/restore", "").status()).isEqualTo(200);
    await().atMost(TO_EFFECT).until(() -> get(code).status() == 307);
  }

  @Test
  void aBudgetIsKept() throws IOException {
    String code = code(client.post("/api/v1/links", "{\"longUrl\": \"https://example.com/\", \"maxVisits\": 3}"));
    for (int i = 0; i < 3; i++) {
      assertThat(get(code).status()).isEqualTo(307);
    }
    assertThat(get(code).status()).isEqualTo(410);
    await().atMost(TO_STATISTICS).untilAsserted(() -> assertThat(total(code)).isEqualTo(3));
  }

  @Test
  void everythingIsKeptOverAStop() throws IOException {
    assertThatEverythingIsKept(() -> assertThat(server.terminate()).as(server.output()).isZero());
  }

  @Test
  void everythingIsKeptOverAKill() throws IOException {
    assertThatEverythingIsKept(server::kill);
  }

  @Test
  void atRestAllThatWasAppendedIsSettled() throws IOException {
    String code = code(create("https://example.com/balanced"));
    for (int i = 0; i < 10; i++) {
      follow(code);
    }
    await().atMost(TO_STATISTICS).untilAsserted(() -> {
      assertThat(metric("hexlink_visits_settled")).isEqualTo(redirects);
      assertThat(metric("hexlink_visits_appended")).isEqualTo(redirects);
      assertThat(metric("hexlink_visits_unsettled")).isZero();
    });
    assertThat(metric("hexlink_visits_dropped_total")).isZero();
    assertThat(metric("hexlink_visits_quarantined_total")).isZero();
  }

  @Test
  void nothingIsServedBesides() throws IOException {
    for (String path : List.of("health", "info", "beans", "routes", "threaddump", "loggers", "env", "caches",
        "metrics/jvm.memory.used", "flyway")) {
      assertThat(client.get("/" + path).status()).as(path).isEqualTo(404);
    }
    assertThat(client.get("/metrics").status()).isEqualTo(200);
    assertThat(client.get("/readyz").status()).isEqualTo(200);
  }

  private void assertThatEverythingIsKept(Runnable end) throws IOException {
    String key = UUID.randomUUID().toString();
    Answer created = createOnce(key, "https://example.com/kept");
    String code = code(created);
    String budgeted = code(client.post("/api/v1/links", "{\"longUrl\": \"https://example.com/\", \"maxVisits\": 1}"));
    String deleted = code(create("https://example.com/deleted"));
    client.exchange("DELETE", "/api/v1/links/" + deleted, Map.of(), "");
    for (int i = 0; i < 7; i++) {
      follow(code);
    }
    follow(budgeted);
    client.close();
    end.run();
    startServer();
    assertThat(follow(code)).isEqualTo("https://example.com/kept");
    assertThat(code(createOnce(key, "https://example.com/kept"))).isEqualTo(code);
    assertThat(get(budgeted).status()).isEqualTo(410);
    assertThat(get(deleted).status()).isEqualTo(410);
    assertThat(code(create("https://example.com/new"))).isNotIn(code, budgeted, deleted);
    await().atMost(TO_STATISTICS).untilAsserted(() -> assertThat(total(code)).isEqualTo(8));
  }

  private void startServer() throws IOException {
    server = ServerProcess.start(data, settings);
    client = server.client();
  }

  private Answer create(String target) throws IOException {
    Answer answer = client.post("/api/v1/links", Api.link(target));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private Answer createOnce(String key, String target) throws IOException {
    return client.exchange("POST", "/api/v1/links",
        Map.of("Content-Type", "application/json", "Idempotency-Key", key), Api.link(target));
  }

  private Answer patch(String code, String etag, String change) throws IOException {
    return client.exchange("PATCH", "/api/v1/links/" + code,
        Map.of("Content-Type", "application/merge-patch+json", "If-Match", etag), change);
  }

  private Answer get(String code) throws IOException {
    Answer answer = client.get("/" + code);
    if (answer.status() == 307) {
      redirects++;
    }
    return answer;
  }

  private String follow(String code) throws IOException {
    Answer answer = get(code);
    assertThat(answer.status()).as(answer.body()).isEqualTo(307);
    return answer.header("location");
  }

  private long total(String code) throws IOException {
    return Api.json(client.get("/api/v1/links/" + code + "/stats")).get("total").asLong();
  }

  private long metric(String name) throws IOException {
    String all = client.get("/metrics").body();
    return all.lines().filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1))).findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in:\n" + all));
  }

  private static String code(Answer created) {
    return Api.json(created).get("shortCode").asText();
  }

  private static String next(JsonNode page) {
    assertThat(page.get("pagination").get("hasMore").asBoolean()).isTrue();
    return page.get("pagination").get("next").asText();
  }
}
