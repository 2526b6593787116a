package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The homepages of all Debian packages, shortened and followed. */
@Tag("slow")
class HomepagesTest {
  private static final int BULK = 1_000;
  private static final int CLIENTS = 32;
  private static final int REDIRECTS = 30_000;

  @TempDir
  Path data;

  @Test
  void takesEveryHomepageAndCountsEveryRedirectEvenAfterAKill() throws Exception {
    List<String> lines = homepages();
    List<String> codes;
    Map<String, Long> answered;
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      codes = shortenAll(client, lines);
      answered = follow(server, codes);
      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(Api.unsettled(client)).isZero());
      assertThat(onlyVisited(Api.totals(client))).isEqualTo(answered);
    }
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      Map<String, Long> totals = Api.totals(client);
      assertThat(totals).hasSize(codes.size());
      assertThat(onlyVisited(totals)).isEqualTo(answered);
      System.out.printf("homepages: %d lines, %d links, %d redirects answered, %d counted after kill -9%n",
          lines.size(), codes.size(),
          sum(answered), sum(totals));
    }
  }

  private static List<String> shortenAll(WireClient client, List<String> lines) throws IOException {
    List<String> codes = new ArrayList<>();
    Map<String, Integer> refusals = new HashMap<>();
    for (int from = 0; from < lines.size(); from += BULK) {
      List<String> part = lines.subList(from, Math.min(lines.size(), from + BULK));
      Answer answer = client.post("/api/v1/links/bulk", Api.bulk(part));
      assertThat(answer.status()).as(answer.body()).isEqualTo(207);
      JsonNode results = Api.json(answer).get("results");
      assertThat(results).hasSameSizeAs(part);
      for (int i = 0; i < part.size(); i++) {
        JsonNode result = results.get(i);
        if (result.get("status").asInt() == 201) {
          assertThat(part.get(i)).matches("(?i)https?://.*").doesNotStartWith("http://http://");
          codes.add(result.get("link").get("shortCode").asText());
        } else {
          assertThat(result.get("status").asInt()).as(part.get(i)).isEqualTo(422);
          assertThat(isRefusable(part.get(i))).as(part.get(i)).isTrue();
          refusals.merge(result.get("problem").get("code").asText(), 1, Integer::sum);
        }
      }
    }
    System.out.println("homepages: refused " + refusals);
    assertThat(refusals.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(lines.stream().filter(HomepagesTest::isRefusable).count());
    return codes;
  }

  private static boolean isRefusable(String line) {
    return !line.matches("(?i)https?://.*") || line.startsWith("http://http://");
  }

  private static Map<String, Long> follow(ServerProcess server, List<String> codes) {
    long seed = Long.getLong("hexlink.seed", System.nanoTime());
    System.out.println("homepages: -Dhexlink.seed=" + seed);
    List<Map<String, Long>> counts = Api.together(CLIENTS, client -> () -> {
      Random random = new Random(seed + client);
      Map<String, Long> mine = new HashMap<>();
      try (WireClient wire = server.client()) {
        for (int i = 0; i < (REDIRECTS + client) / CLIENTS; i++) {
          String code = codes.get(random.nextInt(codes.size()));
          assertThat(wire.get("/" + code).status()).isEqualTo(307);
          mine.merge(code, 1L, Long::sum);
        }
      }
      return mine;
    });
    Map<String, Long> all = new HashMap<>();
    counts.forEach(mine -> mine.forEach((code, count) -> all.merge(code, count, Long::sum)));
    return all;
  }

  private static Map<String, Long> onlyVisited(Map<String, Long> totals) {
    Map<String, Long> visited = new HashMap<>(totals);
    visited.values().removeIf(total -> total == 0);
    return visited;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<String> homepages() throws IOException {
    try (var packed = Objects.requireNonNull(HomepagesTest.class.getResourceAsStream("/homepages.txt.gz"));
        var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
