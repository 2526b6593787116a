package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that may be followed once, followed by 64 clients while the server is killed. */
@Tag("slow")
class LastVisitTest {
  private static final int CLIENTS = 64;
  private static final int LINKS = 200;
  private static final int KILLS = 3;

  @TempDir
  Path data;

  @Test
  void neverRedirectsTwice() throws Exception {
    long seed = Long.getLong("hexlink.seed", System.nanoTime());
    System.out.println("last visit: -Dhexlink.seed=" + seed);
    Map<String, AtomicInteger> redirects = new ConcurrentHashMap<>();
    List<String> codes = create(redirects);
    Random random = new Random(seed);
    for (int round = 0; round < KILLS; round++) {
      hammer(codes, redirects, LINKS / KILLS / 2 + random.nextInt(LINKS / KILLS / 2), random.nextLong());
    }
    hammer(codes, redirects, Integer.MAX_VALUE, random.nextLong());
    System.out.printf("last visit: %d links, %d redirected once, %d more than once%n", LINKS,
        redirects.values().stream().filter(count -> count.get() == 1).count(),
        redirects.values().stream().filter(count -> count.get() > 1).count());
    assertThat(redirects.values()).allMatch(count -> count.get() <= 1).anyMatch(count -> count.get() == 1);
  }

  private List<String> create(Map<String, AtomicInteger> redirects) throws IOException {
    List<String> codes = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient client = server.client()) {
      for (int i = 0; i < LINKS; i++) {
        String code = Api
            .json(client.post("/api/v1/links", "{\"longUrl\":\"https://example.com/" + i + "\",\"maxVisits\":1}"))
            .get("shortCode").asText();
        codes.add(code);
        redirects.put(code, new AtomicInteger());
      }
    }
    return codes;
  }

  private void hammer(List<String> codes, Map<String, AtomicInteger> redirects, int redirectsBeforeTheKill, long seed)
      throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    AtomicInteger seen = new AtomicInteger();
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      Thread killer = Thread.ofPlatform().daemon().start(() -> {
        try {
          if (enough.await(120, TimeUnit.SECONDS) && redirectsBeforeTheKill < Integer.MAX_VALUE) {
            server.kill();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      Api.together(CLIENTS, client -> () -> {
        Random order = new Random(seed + client % 4);
        try (WireClient wire = server.client()) {
          for (int i = 0; i < LINKS; i++) {
            String code = codes.get(order.nextInt(codes.size()));
            Answer answer = wire.get("/" + code);
            if (answer.status() == 307) {
              Objects.requireNonNull(redirects.get(code)).incrementAndGet();
              if (seen.incrementAndGet() == redirectsBeforeTheKill) {
                enough.countDown();
              }
            } else {
              assertThat(answer.status()).as(answer.body()).isEqualTo(410);
            }
          }
        } catch (IOException e) {
          return false;
        }
        return true;
      });
      enough.countDown();
      killer.join();
    }
  }
}
