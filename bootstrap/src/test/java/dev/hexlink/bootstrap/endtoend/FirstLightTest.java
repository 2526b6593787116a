package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class FirstLightTest {
  @TempDir
  Path data;

  @Test
  void shortensFollowsAndCountsALink() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      Answer created = client.post("/api/v1/links", Api.link("https://example.com/a/long/path?x=1"));
      assertThat(created.status()).isEqualTo(201);
      JsonNode link = Api.json(created);
      String code = link.get("shortCode").asText();
      assertThat(link.get("shortUrl").asText()).isEqualTo(server.baseUrl() + "/" + code);
      assertThat(created.header("location")).endsWith("/api/v1/links/" + code);

      Answer followed = client.get("/" + code);
      assertThat(followed.status()).isEqualTo(307);
      assertThat(followed.header("location")).isEqualTo("https://example.com/a/long/path?x=1");
      assertThat(followed.header("cache-control")).isEqualTo("private, no-store");

      await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
          Api.json(client.get("/api/v1/links/" + code + "/stats")).get("total").asLong()).isEqualTo(1));
    }
  }

  @Test
  void keepsLinksAndCountsOverAGracefulStop() throws Exception {
    String code;
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      code = Api.json(client.post("/api/v1/links", Api.link("https://example.com/"))).get("shortCode").asText();
      for (int i = 0; i < 100; i++) {
        assertThat(client.get("/" + code).status()).isEqualTo(307);
      }
      assertThat(server.terminate()).as(server.output()).isZero();
    }
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      assertThat(Api.json(client.get("/api/v1/links/" + code)).get("visits").get("total").asLong()).isEqualTo(100);
    }
  }
}
