package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a whole, with the embedded adapters: it runs, says what it is, stops when asked, and loses nothing by it. */
@Tag("slow")
class RunningServerTest {
  private static final String KEY = "000102030405060708090a0b0c0d0e0f";
  private static final int CLIENTS = 8;

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir
  private Path folder;

  @AfterEach
  void closeClient() {
    client.close();
  }

  @Test
  void shortensFollowsAndCounts() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
      String baseUrl = server.awaitReady();

      String code = create(baseUrl, "https://example.org/a");
      HttpResponse<String> redirect = get(baseUrl + "/" + code);

      assertThat(redirect.statusCode()).isEqualTo(307);
      assertThat(redirect.headers().firstValue("Location")).contains("https://example.org/a");
      awaitTotal(baseUrl, code, 1);
    }
  }

  @Test
  void oneLineSaysWhatRuns() {
    try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
      String port = server.awaitReady().replaceAll(".*:", "");

      assertThat(server.output().lines().toList()).hasSize(2);
      assertThat(server.output().lines().findFirst().orElseThrow()).contains(" INFO ").endsWith(
          ": roles redirect, api, worker, keygen; links h2, cache memory, counter h2, queue direct, limits memory,"
              + " journal segments; access open; data " + folder.resolve("data") + "; listens on 127.0.0.1:" + port
              + " (this machine only; MICRONAUT_SERVER_HOST changes that)");
    }
  }

  @Test
  void terminationIsASuccess() {
    try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
      server.awaitReady();
      server.terminate();

      assertThat(server.awaitEnd()).as(server.output()).isZero();
      assertThat(server.output()).contains("Hexlink has stopped").doesNotContain("WARN").doesNotContain("ERROR");
    }
  }

  @Test
  void soIsControlC() {
    try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
      server.awaitReady();
      server.interrupt();

      assertThat(server.awaitEnd()).as(server.output()).isZero();
    }
  }

  @Test
  void theKeyMayBeGivenInAFileAndMustStayTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
    for (int start = 0; start < 2; start++) {
      try (ServerProcess server = ServerProcess.start(folder, Map.of("HEXLINK_CODES_KEY_FILE", file.toString()))) {
        server.awaitReady();
        server.terminate();
        assertThat(server.awaitEnd()).isZero();
      }
    }
  }

  @Test
  void keysAreAskedForWhenAccessIsByKeys() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder,
        Map.of("HEXLINK_ACCESS", "keys", "HEXLINK_INITIAL_API_KEY", "a long secret"))) {
      String baseUrl = server.awaitReady();

      assertThat(client.send(creation(baseUrl, "https://example.org").build(), BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
      assertThat(client.send(creation(baseUrl, "https://example.org").header("X-Api-Key", "a long secret").build(),
          BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }
  }

  /** Without the journal, only a stop that waits for requests and forwards what it holds can keep every visit. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStopUnderLoadLosesNothing(boolean journal) throws Exception {
    String code;
    int followed;
    List<String> created;
    try (ServerProcess server = ServerProcess.start(folder,
        Map.of("HEXLINK_LIMITS_CREATES_PER_MINUTE", "0", "HEXLINK_JOURNAL_ENABLED", String.valueOf(journal)))) {
      String baseUrl = server.awaitReady();
      code = create(baseUrl, "https://example.org/followed");
      Load load = new Load(baseUrl, code);
      load.awaitWarm();
      server.terminate();
      assertThat(server.awaitEnd()).as(server.output()).isZero();
      load.end();
      created = load.created();
      followed = load.followed();
    }
    try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
      String baseUrl = server.awaitReady();
      assertThat(total(baseUrl, code)).isEqualTo(followed);
      for (String each : created) {
        assertThat(get(baseUrl + "/api/v1/links/" + each).statusCode()).as(each).isEqualTo(200);
      }
    }
  }

  /** Clients that create and follow links until the server is gone, and remember what they were answered. */
  private final class Load {
    private static final int WARM = 200;

    private final String baseUrl;
    private final String code;
    private final AtomicInteger followed = new AtomicInteger();
    private final CountDownLatch warm = new CountDownLatch(WARM);
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<List<String>>> creations = new ArrayList<>();

    Load(String baseUrl, String code) {
      this.baseUrl = baseUrl;
      this.code = code;
      for (int i = 0; i < CLIENTS; i++) {
        creations.add(clients.submit(this::work));
      }
    }

    private List<String> work() throws InterruptedException {
      List<String> created = new ArrayList<>();
      try {
        while (true) {
          if (get(baseUrl + "/" + code).statusCode() == 307) {
            followed.incrementAndGet();
          }
          created.add(create(baseUrl, "https://example.org/" + created.size()));
          warm.countDown();
        }
      } catch (IOException serverGone) {
        return created;
      }
    }

    void awaitWarm() throws InterruptedException {
      warm.await();
    }

    void end() {
      clients.close();
    }

    int followed() {
      return followed.get();
    }

    List<String> created() throws ExecutionException, InterruptedException {
      List<String> all = new ArrayList<>();
      for (Future<List<String>> creation : creations) {
        all.addAll(creation.get());
      }
      return all;
    }
  }

  private String create(String baseUrl, String target) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(creation(baseUrl, target).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return field("shortCode\":\"([^\"]+)\"", response.body());
  }

  private static HttpRequest.Builder creation(String baseUrl, String target) {
    return HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/links")).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"longUrl\":\"" + target + "\"}"));
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private void awaitTotal(String baseUrl, String code, int total) {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(total(baseUrl, code)).isEqualTo(total));
  }

  private int total(String baseUrl, String code) throws IOException, InterruptedException {
    return Integer.parseInt(field("\"total\":([0-9]+)", get(baseUrl + "/api/v1/links/" + code).body()));
  }

  private static String field(String pattern, String json) {
    Matcher matcher = Pattern.compile(pattern).matcher(json);
    assertThat(matcher.find()).as(json).isTrue();
    return matcher.group(1);
  }
}
