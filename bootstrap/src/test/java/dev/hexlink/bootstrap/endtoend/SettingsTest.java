package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings do to the program as a whole. */
@Tag("slow")
class SettingsTest {
  private static final String KEY = "000102030405060708090a0b0c0d0e0f";

  @TempDir
  Path folder;

  @Test
  void oneLineSaysWhatRuns() {
    try (ServerProcess server = ServerProcess.start(data(), Map.of())) {
      assertThat(server.output().lines()).hasSize(2);
      assertThat(server.output().lines().findFirst().orElseThrow()).contains(" INFO ").endsWith(
          ": roles redirect, api, worker, keygen; links h2, cache memory, counter h2, queue direct, limits memory,"
              + " journal segments; access open; data " + data() + "; listens on 127.0.0.1:" + server.port()
              + " (this machine only; MICRONAUT_SERVER_HOST changes that)");
    }
  }

  @Test
  void theCodeKeyMayStandInAFileAndStaysTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
    for (int start = 0; start < 2; start++) {
      try (ServerProcess server = ServerProcess.start(data(), Map.of("HEXLINK_CODES_KEY_FILE", file.toString()))) {
        assertThat(server.terminate()).isZero();
      }
    }
  }

  @Test
  void keysAreAskedForWhenAccessIsByKeys() throws IOException {
    try (ServerProcess server = ServerProcess.start(data(),
        Map.of("HEXLINK_ACCESS", "keys", "HEXLINK_INITIAL_API_KEY", "a long secret"));
        WireClient client = server.client()) {
      assertThat(create(client, Map.of())).isEqualTo(401);
      assertThat(create(client, Map.of("X-Api-Key", "another secret"))).isEqualTo(401);
      assertThat(create(client, Map.of("X-Api-Key", "a long secret"))).isEqualTo(201);
    }
  }

  @Test
  void shortUrlsBeginWithTheBaseUrl() throws IOException {
    try (ServerProcess server = ServerProcess.start(data(), Map.of("HEXLINK_BASE_URL", "https://go.example.org/"));
        WireClient client = server.client()) {
      assertThat(server.output()).endsWith("Hexlink is ready: https://go.example.org");
      assertThat(Api.json(client.post("/api/v1/links", Api.link("https://example.org"))).get("shortUrl").asText())
          .startsWith("https://go.example.org/");
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static int create(WireClient client, Map<String, String> headers) throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return client.exchange("POST", "/api/v1/links", all, Api.link("https://example.org")).status();
  }
}
