package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop that was asked for is a success, and loses nothing. */
@Tag("slow")
class StopTest {
  private static final int CLIENTS = 8;
  private static final int ROUNDS_BEFORE_STOP = 200;

  @TempDir
  Path data;

  @Test
  void terminationIsASuccess() {
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      assertThat(server.terminate()).as(server.output()).isZero();
      assertThat(server.output()).contains("Hexlink has stopped").doesNotContain("WARN").doesNotContain("ERROR");
    }
  }

  @Test
  void soIsControlC() {
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      assertThat(server.interrupt()).as(server.output()).isZero();
    }
  }

  /** Without the journal, only a stop that waits for requests and stores the visits it holds can keep every one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStopUnderLoadLosesNothing(boolean journal) throws Exception {
    String code;
    Seen seen;
    try (ServerProcess server = ServerProcess.start(data,
        Map.of("HEXLINK_JOURNAL_ENABLED", Boolean.toString(journal)))) {
      code = created(server);
      seen = loadUntilStopped(server, code);
    }
    assertThat(seen.codes()).hasSizeGreaterThanOrEqualTo(ROUNDS_BEFORE_STOP);
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      Map<String, Long> totals = Api.totals(client);
      assertThat(totals.get(code)).as("visits of the redirects that were answered").isEqualTo(seen.redirects());
      assertThat(totals).containsKeys(seen.codes().toArray(String[]::new));
    }
  }

  private static String created(ServerProcess server) throws IOException {
    try (WireClient client = server.client()) {
      return codeOf(client.post("/api/v1/links", Api.link("https://example.org/followed")));
    }
  }

  private static Seen loadUntilStopped(ServerProcess server, String code)
      throws InterruptedException, ExecutionException {
    CountDownLatch warm = new CountDownLatch(ROUNDS_BEFORE_STOP);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Seen>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(() -> followAndCreate(server, code, warm)));
      }
      warm.await();
      assertThat(server.terminate()).as(server.output()).isZero();
      Seen all = new Seen(0, List.of());
      for (Future<Seen> each : running) {
        all = all.with(each.get());
      }
      return all;
    }
  }

  /** Goes on until the server is gone or answers that it goes. */
  private static Seen followAndCreate(ServerProcess server, String code, CountDownLatch warm) {
    int redirects = 0;
    List<String> codes = new ArrayList<>();
    try {
      while (true) {
        try (WireClient client = server.client()) {
          if (client.get("/" + code).status() == 307) {
            redirects++;
          }
          Answer answer = client.post("/api/v1/links", Api.link("https://example.org/" + codes.size()));
          assertThat(answer.status()).isIn(201, 503);
          if (answer.status() == 201) {
            codes.add(codeOf(answer));
          }
        }
        warm.countDown();
      }
    } catch (IOException serverGone) {
      return new Seen(redirects, codes);
    }
  }

  private static String codeOf(Answer created) {
    return Api.json(created).get("shortCode").asText();
  }

  /** What clients were answered. */
  private record Seen(long redirects, List<String> codes) {
    Seen with(Seen other) {
      List<String> both = new ArrayList<>(codes);
      both.addAll(other.codes);
      return new Seen(redirects + other.redirects, both);
    }
  }
}
