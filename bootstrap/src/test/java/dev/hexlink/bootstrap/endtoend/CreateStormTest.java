package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.WordPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million creates by 64 clients: nine tenths in bulks, the rest one by one. */
@Tag("slow")
class CreateStormTest {
  private static final int CLIENTS = 64;
  private static final int CREATES = Integer.getInteger("hexlink.storm.creates", 1_000_000);
  private static final int BULK = 500;
  private static final int SINGLES_PER_CLIENT = CREATES / CLIENTS / 10;

  @TempDir
  Path data;

  @Test
  void neverIssuesACodeTwiceNorAReservedOne() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      Instant begun = Instant.now();
      List<List<String>> issued = Api.together(CLIENTS, client -> () -> create(server, client));
      Duration took = Duration.between(begun, Instant.now());
      List<String> codes = issued.stream().flatMap(List::stream).toList();
      Set<String> distinct = new HashSet<>(codes);
      System.out.printf("creates: %d by %d clients in %d ms, %d distinct codes%n", codes.size(), CLIENTS,
          took.toMillis(), distinct.size());
      assertThat(codes).hasSizeGreaterThanOrEqualTo(CREATES);
      assertThat(distinct).hasSameSizeAs(codes);
      WordPolicy words = WordPolicy.standard();
      assertThat(codes).allMatch(code -> words.allowsGenerated(new ShortCode(code)));
      assertNeighboursAreStrangers(issued);
    }
  }

  private static List<String> create(ServerProcess server, int client) throws Exception {
    List<String> codes = new ArrayList<>();
    try (WireClient wire = server.client()) {
      String url = "https://example.com/" + client;
      for (int i = 0; i < SINGLES_PER_CLIENT; i++) {
        Answer answer = wire.post("/api/v1/links", Api.link(url));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        codes.add(Api.json(answer).get("shortCode").asText());
      }
      String bulk = Api.bulk(Collections.nCopies(BULK, url));
      while (codes.size() * (long) CLIENTS < CREATES) {
        Answer answer = wire.post("/api/v1/links/bulk", bulk);
        assertThat(answer.status()).as(answer.body()).isEqualTo(207);
        for (JsonNode result : Api.json(answer).get("results")) {
          assertThat(result.get("status").asInt()).isEqualTo(201);
          codes.add(result.get("link").get("shortCode").asText());
        }
      }
    }
    return codes;
  }

  /** Codes issued one after the other share their first two characters as often as chance has it: 1 in 62 x 62, within five deviations. */
  private static void assertNeighboursAreStrangers(List<List<String>> issued) {
    long pairs = 0;
    long alike = 0;
    for (List<String> codes : issued) {
      for (int i = 1; i < codes.size(); i++) {
        pairs++;
        if (codes.get(i).startsWith(codes.get(i - 1).substring(0, 2))) {
          alike++;
        }
      }
    }
    double chance = 1 / 3_844.0;
    double deviation = Math.sqrt(pairs * chance * (1 - chance));
    System.out.printf("creates: %d of %d neighbours share two characters, chance has it at %.0f +- %.0f%n", alike,
        pairs, pairs * chance,
        5 * deviation);
    assertThat((double) alike).isBetween(pairs * chance - 5 * deviation, pairs * chance + 5 * deviation);
  }
}
