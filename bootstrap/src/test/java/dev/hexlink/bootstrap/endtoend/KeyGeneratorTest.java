package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import dev.hexlink.contracts.servers.FreePort;
import dev.hexlink.contracts.servers.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances on one database that lease their counts from a key generator, or from the store, or now from this and now from that. */
@Tag("slow")
class KeyGeneratorTest {
  private static final String KEY = "the-key-of-key-generators";
  private static final String FELL_BACK = "No key generator leases counts, so they come from the store";
  private static final int CLIENTS = 8;
  private static final int CREATES_PER_CLIENT = 500;
  /** So small that leases are what the test is about. */
  private static final String BLOCK = "5";

  @TempDir
  Path folder;
  private TestDatabase database;

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void whenTheKeyGeneratorIsKilledCreatesGoOnAndNoCodeIsIssuedTwice() throws Exception {
    int port = FreePort.next();
    try (ServerProcess generator = generator(port);
        ServerProcess one = instance("one", "java", port);
        ServerProcess other = instance("other", "java", port)) {
      AtomicInteger made = new AtomicInteger();
      List<String> codes = create(List.of(one, other), () -> {
        if (made.incrementAndGet() == CLIENTS * CREATES_PER_CLIENT / 2) {
          assertThat(one.output() + other.output()).as("before the kill").doesNotContain(FELL_BACK);
          generator.kill();
        }
      });
      for (ServerProcess instance : List.of(one, other)) {
        assertThat(instance.output()).containsOnlyOnce(FELL_BACK);
        assertThat(keygenHealth(instance).get("status").asText()).isEqualTo("up");
        assertThat(keygenHealth(instance).get("detail").asText()).startsWith("counts come from the store: ");
      }
      try (ServerProcess _ = generator(port)) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
          codes.add(create(one));
          assertThat(one.output()).contains("Key generators lease counts again");
        });
        assertThat(keygenHealth(one).get("detail").asText()).isEmpty();
        codes.addAll(create(List.of(one, other), () -> {}));
      }
      System.out.printf("key generator: %d codes, %d distinct, %d stored%n", codes.size(),
          codes.stream().distinct().count(), values().size());
      assertThat(codes).doesNotHaveDuplicates();
      assertThat(values().keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  @Test
  void twoStacksOnOneDatabaseNeverIssueTheSameCode() throws Exception {
    int port = FreePort.next();
    try (ServerProcess _ = generator(port);
        ServerProcess java = instance("one", "java", port);
        ServerProcess javaByItself = start("two", Map.of("HEXLINK_ROLES", "api", "HEXLINK_STACK", "java"));
        ServerProcess go = instance("three", "go", port)) {
      Map<ServerProcess, List<String>> issued = createAtEach(List.of(java, javaByItself, go));
      Map<String, Long> values = values();
      long javaIndex = index("java");
      long goIndex = index("go");

      List<String> all = issued.values().stream().flatMap(List::stream).toList();
      System.out.printf("two stacks: %d codes, %d distinct; java has index %d, go %d%n", all.size(),
          all.stream().distinct().count(), javaIndex, goIndex);
      assertThat(all).doesNotHaveDuplicates().hasSize(CLIENTS * CREATES_PER_CLIENT);
      assertThat(javaIndex).isNotEqualTo(goIndex);
      issued.forEach((instance, codes) -> assertThat(codes)
          .allMatch(code -> values.getOrDefault(code, -1L) % 16 == (instance == go ? goIndex : javaIndex)));
      assertThat(java.output() + go.output()).doesNotContain(FELL_BACK);
    }
  }

  private ServerProcess generator(int port) {
    return start("generator", Map.of("HEXLINK_ROLES", "keygen", "HEXLINK_KEYGEN_KEY", KEY, "MICRONAUT_SERVER_PORT",
        Integer.toString(port)));
  }

  private ServerProcess instance(String name, String stack, int generator) {
    return start(name, Map.of("HEXLINK_ROLES", "api", "HEXLINK_STACK", stack, "HEXLINK_ADAPTERS_COUNTER", "keygen",
        "HEXLINK_KEYGEN_URL", "http://127.0.0.1:" + generator, "HEXLINK_KEYGEN_KEY", KEY, "HEXLINK_KEYGEN_TIMEOUT",
        "10s"));
  }

  private ServerProcess start(String name, Map<String, String> special) {
    Map<String, String> settings = new HashMap<>(Map.of("HEXLINK_ADAPTERS_LINKS", "postgres",
        "HEXLINK_ADAPTERS_COUNTER", "postgres", "HEXLINK_POSTGRES_URL", database.url(), "HEXLINK_POSTGRES_USER",
        database.user(), "HEXLINK_POSTGRES_PASSWORD", database.password(), "HEXLINK_CODES_BLOCK_SIZE", BLOCK));
    settings.putAll(special);
    return ServerProcess.start(folder.resolve(name), settings);
  }

  /** Creates at instances in turn, by several clients at the same time. */
  private static List<String> create(List<ServerProcess> instances, Runnable afterEach) {
    return new ArrayList<>(Api
        .together(CLIENTS,
            client -> () -> createMany(instances.get(client % instances.size()), CREATES_PER_CLIENT, afterEach))
        .stream().flatMap(List::stream).toList());
  }

  private static Map<ServerProcess, List<String>> createAtEach(List<ServerProcess> instances) {
    List<List<String>> issued = Api.together(CLIENTS,
        client -> () -> createMany(instances.get(client % instances.size()), CREATES_PER_CLIENT, () -> {}));
    Map<ServerProcess, List<String>> byInstance = new HashMap<>();
    for (int client = 0; client < CLIENTS; client++) {
      byInstance.computeIfAbsent(instances.get(client % instances.size()), _ -> new ArrayList<>())
          .addAll(issued.get(client));
    }
    return byInstance;
  }

  private static List<String> createMany(ServerProcess instance, int count, Runnable afterEach) throws IOException {
    List<String> codes = new ArrayList<>();
    try (WireClient client = instance.client()) {
      for (int i = 0; i < count; i++) {
        codes.add(create(client));
        afterEach.run();
      }
    }
    return codes;
  }

  private static String create(ServerProcess instance) throws IOException {
    try (WireClient client = instance.client()) {
      return create(client);
    }
  }

  private static String create(WireClient client) throws IOException {
    Answer answer = client.post("/api/v1/links", Api.link("https://example.com/"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return Api.json(answer).get("shortCode").asText();
  }

  private static JsonNode keygenHealth(ServerProcess instance) throws IOException {
    try (WireClient client = instance.client()) {
      Answer ready = client.get("/readyz");
      assertThat(ready.status()).as(ready.body()).isEqualTo(200);
      for (JsonNode check : Api.json(ready).get("checks")) {
        if (check.get("name").asText().equals("keygen")) {
          return check;
        }
      }
      throw new AssertionError("readiness does not ask the key generator");
    }
  }

  /** The counter value behind each code in the database. */
  private Map<String, Long> values() throws SQLException {
    return column("select code, counter_value from links");
  }

  private long index(String stack) throws SQLException {
    Collection<Long> indices = column("select name, stack_index from stacks where name = '" + stack + "'").values();
    assertThat(indices).hasSize(1);
    return indices.iterator().next();
  }

  private Map<String, Long> column(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Map<String, Long> column = new HashMap<>();
      while (rows.next()) {
        column.put(rows.getString(1), rows.getLong(2));
      }
      return column;
    }
  }
}
