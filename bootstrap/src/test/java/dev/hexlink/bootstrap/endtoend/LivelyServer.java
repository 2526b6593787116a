package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a server was used for before its store was moved, and is to know afterwards. */
final class LivelyServer {
  private static final int LINKS = 150;
  private static final String SLUG = "our-own-word";

  private final Map<String, Long> visits = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private String retired = "";

  /** Uses a server, and kills it while some visits are in its journal alone. */
  static LivelyServer on(Path data, Map<String, String> settings) throws IOException {
    LivelyServer lively = new LivelyServer();
    try (ServerProcess server = ServerProcess.start(data, settings); WireClient client = server.client()) {
      lively.shorten(client);
      lively.follow(client, 400);
      await().atMost(Duration.ofSeconds(60)).until(() -> Api.unsettled(client) == 0);
      lively.follow(client, 100);
      server.kill();
    }
    return lively;
  }

  private void shorten(WireClient client) throws IOException {
    List<String> urls = IntStream.range(0, LINKS).mapToObj(i -> "https://example.com/page/" + i).toList();
    for (JsonNode result : Api.json(client.post("/api/v1/links/bulk", Api.bulk(urls))).get("results")) {
      add(result.get("link"));
    }
    add(Api.json(client.post("/api/v1/links",
        "{\"longUrl\":\"https://example.com/own\",\"customSlug\":\"" + SLUG + "\",\"title\":\"Größe 😀\"}")));
    retired = new ArrayList<>(targets.keySet()).getFirst();
    assertThat(client.exchange("DELETE", "/api/v1/links/" + retired, Map.of(), "").status()).isEqualTo(204);
    targets.remove(retired);
  }

  private void add(JsonNode link) {
    targets.put(link.get("shortCode").asText(), link.get("longUrl").asText());
  }

  private void follow(WireClient client, int times) throws IOException {
    List<String> codes = new ArrayList<>(targets.keySet());
    for (int i = 0; i < times; i++) {
      String code = codes.get(i % codes.size());
      assertThat(client.get("/" + code).status()).isEqualTo(307);
      visits.merge(code, 1L, Long::sum);
    }
  }

  /** Every link leads to where it did, every visit is counted once, and no code is given twice. */
  void livesOnIn(ServerProcess server) throws IOException {
    try (WireClient client = server.client()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> Api.unsettled(client) == 0);
      Map<String, Long> totals = Api.totals(client);
      assertThat(totals).containsOnlyKeys(targets.keySet());
      totals.forEach((code, total) -> assertThat(total).as("visits of %s", code)
          .isEqualTo(visits.getOrDefault(code, 0L)));
      for (Map.Entry<String, String> link : targets.entrySet()) {
        assertThat(client.get("/" + link.getKey()).header("location")).isEqualTo(link.getValue());
      }
      assertThat(client.get("/" + retired).status()).isEqualTo(410);
      assertThat(client.post("/api/v1/links",
          "{\"longUrl\":\"https://example.com/other\",\"customSlug\":\"" + SLUG + "\"}").status()).isEqualTo(409);
      newCodesAreNew(client);
    }
  }

  private void newCodesAreNew(WireClient client) throws IOException {
    List<String> urls = IntStream.range(0, LINKS).mapToObj(i -> "https://example.com/later/" + i).toList();
    for (JsonNode result : Api.json(client.post("/api/v1/links/bulk", Api.bulk(urls))).get("results")) {
      assertThat(result.get("status").asInt()).isEqualTo(201);
      assertThat(targets).doesNotContainKey(result.get("link").get("shortCode").asText());
    }
    assertThat(client.get("/metrics").body().lines().filter(line -> line.startsWith("hexlink_code_collisions_total")))
        .isNotEmpty().allSatisfy(line -> assertThat(line).endsWith(" 0.0"));
  }
}
