package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** An adapter that Hexlink was not built with: a jar of somebody else on the class path, chosen by its name. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleAdapterTest {
  private static final int CREATES_PER_MINUTE = 5;

  private SampleProject sample;
  private Path jar;

  @BeforeAll
  void build(@TempDir Path output) {
    sample = new SampleProject("tollgate-limiter", output);
    jar = sample.jar();
  }

  @Test
  void itPassesTheContractOfItsPort() throws Exception {
    TestExecutionSummary summary = sample.test("org.example.tollgate.TollgateRateLimiterTest", jar);

    assertThat(summary.getFailures()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(summary.getTestsFoundCount()).isGreaterThan(10);
  }

  @Test
  void itIsChosenByNameAndLimitsAllInstancesTogether(@TempDir Path folder) throws Exception {
    try (Daemon tollgate = Daemon.start(jar);
        ServerProcess one = start(folder.resolve("one"), tollgate);
        ServerProcess other = start(folder.resolve("other"), tollgate);
        WireClient here = one.client();
        WireClient there = other.client()) {
      assertThat(one.output()).contains(", limits tollgate,");
      for (int i = 0; i < CREATES_PER_MINUTE; i++) {
        assertThat(create(i % 2 == 0 ? here : there).status()).isEqualTo(201);
      }
      Answer refused = create(here);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60 / CREATES_PER_MINUTE);
      assertThat(create(there).status()).as("at the other instance").isEqualTo(429);
      assertThat(health(here)).isEqualTo("up");

      tollgate.close();

      assertThat(health(here)).isEqualTo("down");
      assertThat(create(here).status()).as("without a limiter nobody is limited").isEqualTo(201);
    }
  }

  private ServerProcess start(Path data, Daemon tollgate) {
    Map<String, String> settings = new HashMap<>();
    settings.put("CLASSPATH", jar.toString());
    settings.put("HEXLINK_ADAPTERS_LIMITS", "tollgate");
    settings.put("HEXLINK_TOLLGATE_PORT", Integer.toString(tollgate.port()));
    settings.put("HEXLINK_TOLLGATE_TIMEOUT", "2s");
    settings.put("HEXLINK_LIMITS_CREATES_PER_MINUTE", Integer.toString(CREATES_PER_MINUTE));
    return ServerProcess.start(data, settings);
  }

  private static Answer create(WireClient client) throws IOException {
    return client.post("/api/v1/links", Api.link("https://example.com/"));
  }

  private static String health(WireClient client) throws IOException {
    for (JsonNode check : Api.json(client.get("/readyz")).get("checks")) {
      if (check.get("name").asText().equals("tollgate")) {
        return check.get("status").asText();
      }
    }
    throw new AssertionError("readiness does not ask the tollgate");
  }

  /** The sample's daemon in a process of its own. */
  private record Daemon(Process process, int port) implements AutoCloseable {
    static Daemon start(Path jar) throws IOException {
      Process process = new ProcessBuilder(
          List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jar.toString(),
              "org.example.tollgate.Tollgate", "0"))
          .redirectErrorStream(true).start();
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      assertThat(line).startsWith("The tollgate is open: ");
      return new Daemon(process, Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
    }

    @Override
    public void close() {
      process.destroyForcibly();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
