package dev.hexlink.bootstrap.endtoend;

import static org.awaitility.Awaitility.await;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Rounds of load, each ended by kill -9 after a random number of answers, and the balance in the end. */
final class CrashRounds {
  private static final int CLIENTS = 16;
  private static final int MOST_ANSWERS = 6_000;
  private static final int CREATES_PERCENT = 10;

  /** What the clients know of one link. */
  private static final class Ledger {
    final AtomicLong attempted = new AtomicLong();
    final AtomicLong answered = new AtomicLong();
  }

  private final Path data;
  private final Map<String, String> settings;
  private final long seed = Long.getLong("hexlink.seed", System.nanoTime());
  private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
  private final List<String> codes = new CopyOnWriteArrayList<>();

  CrashRounds(Path data, Map<String, String> settings) {
    this.data = data;
    this.settings = settings;
  }

  CrashReport run(int rounds) throws IOException, InterruptedException {
    System.out.println("crash rounds: -Dhexlink.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      killUnderLoad(random.nextLong(), 200 + random.nextInt(MOST_ANSWERS));
    }
    try (ServerProcess server = ServerProcess.start(data, settings); WireClient client = server.client()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> Api.unsettled(client) == 0);
      return balance(Api.totals(client));
    }
  }

  private void killUnderLoad(long roundSeed, long answersBeforeTheKill) throws InterruptedException {
    AtomicLong answers = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch reached = new CountDownLatch(1);
    try (ServerProcess server = ServerProcess.start(data, settings)) {
      Thread killer = Thread.ofPlatform().start(() -> {
        try {
          reached.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        server.kill();
        over.set(true);
      });
      List<Boolean> ended = Api.together(CLIENTS, client -> () -> {
        Random mine = new Random(roundSeed + client);
        try (WireClient wire = server.client()) {
          while (!over.get()) {
            act(wire, mine);
            if (answers.incrementAndGet() == answersBeforeTheKill) {
              reached.countDown();
            }
          }
        } catch (IOException e) {
          return true;
        }
        return false;
      });
      killer.join();
      if (!ended.contains(true)) {
        throw new AssertionError("the kill cut nobody off");
      }
    }
  }

  private void act(WireClient wire, Random random) throws IOException {
    if (codes.isEmpty() || random.nextInt(100) < CREATES_PERCENT) {
      Answer created = wire.post("/api/v1/links", Api.link("https://example.com/" + random.nextLong()));
      if (created.status() != 201) {
        throw new AssertionError("a create was answered " + created);
      }
      String code = Api.json(created).get("shortCode").asText();
      ledgers.put(code, new Ledger());
      codes.add(code);
      return;
    }
    String code = codes.get(random.nextInt(codes.size()));
    Ledger ledger = Objects.requireNonNull(ledgers.get(code));
    ledger.attempted.incrementAndGet();
    Answer followed = wire.get("/" + code);
    if (followed.status() != 307) {
      throw new AssertionError("a redirect was answered " + followed);
    }
    ledger.answered.incrementAndGet();
  }

  private CrashReport balance(Map<String, Long> totals) {
    long lost = 0;
    long duplicated = 0;
    for (Map.Entry<String, Ledger> entry : ledgers.entrySet()) {
      long total = totals.getOrDefault(entry.getKey(), 0L);
      lost += Math.max(0, entry.getValue().answered.get() - total);
      duplicated += Math.max(0, total - entry.getValue().attempted.get());
    }
    return new CrashReport(ledgers.size(), ledgers.keySet().stream().filter(code -> !totals.containsKey(code)).count(),
        ledgers.values().stream().mapToLong(ledger -> ledger.attempted.get()).sum(),
        ledgers.values().stream().mapToLong(ledger -> ledger.answered.get()).sum(),
        totals.values().stream().mapToLong(Long::longValue).sum(), lost, duplicated);
  }
}
