package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.contracts.servers.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servers that the launcher starts for one run, which are real, on a machine where none runs. */
@Tag("server")
@Tag("slow")
@Timeout(600)
class LauncherPrivateServersTest {
  private static final Set<String> SERVERS = Set.of("postgres", "initdb", "redis-server", "rabbitmq-server",
      "rabbitmqctl", "pgbouncer");
  private static final Set<String> INSTALLERS = Set.of("apt-get", "dnf", "apk", "brew");
  /** What the suite is about to do with each server. */
  private static final String TRIES = """
      psql -X -d "${HEXLINK_TEST_POSTGRES_URL#jdbc:}" -c 'create database tried'
      redis-cli -u "$HEXLINK_TEST_REDIS_URI" set tried yes
      $HEXLINK_TEST_RABBITMQCTL --quiet add_vhost tried && echo "ADD VHOST"
      echo "folder=$(dirname "$(dirname "$HEXLINK_TEST_RABBITMQCTL")")"
      """;

  @TempDir
  private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new Checkout(folder);
    linkAllBut(Stream.concat(SERVERS.stream(), INSTALLERS.stream()).toList());
    checkout.changeServers(script -> script.replace("postgres_port=5432", "postgres_port=" + FreePort.next())
        .replace("redis_port=6379", "redis_port=" + FreePort.next())
        .replace("rabbitmq_port=5672", "rabbitmq_port=" + FreePort.next()));
    checkout.install("mvn", TRIES);
  }

  @AfterEach
  void tidyUp() throws IOException {
    checkout.close();
  }

  @Test
  void thoseInstalledAreStartedForTheRun() throws Exception {
    checkout.link("postgres", "initdb", "redis-server", "rabbitmq-server", "rabbitmqctl");
    checkout.install("pgbouncer", "");
    String output = checkout.run(0, "test");
    assertThat(output.lines().filter(line -> line.contains(", started for this run with "))).hasSize(3);
    assertThatAllWereTried(output);
    assertThatNothingIsLeft(output);
  }

  @Test
  void thoseMissingAreInstalledAndStarted() throws Exception {
    checkout.hideTheSystem();
    checkout.install("apt-get", """
        for last; do :; done
        [ "$1" != install ] || { echo "$last" >>"%1$s/installed"; cp "%1$s/usr/sbin/policy-rc.d" "%1$s/policy"; }
        case $last in
          postgresql) mkdir -p "%1$s/usr/lib"; ln -s /usr/lib/postgresql "%1$s/usr/lib/postgresql" ;;
          redis-server) ln -s "$(PATH=/usr/bin:/usr/local/bin command -v redis-server)" "%2$s/redis-server" ;;
          rabbitmq-server) ln -s /usr/lib/rabbitmq "%1$s/usr/lib/rabbitmq" ;;
          pgbouncer) ln -s "$(command -v true)" "%2$s/pgbouncer" ;;
        esac""".formatted(folder, checkout.tools()));
    String output = checkout.run(0, "test");
    assertThat(Files.readAllLines(folder.resolve("installed"))).containsExactly("postgresql", "redis-server",
        "rabbitmq-server", "pgbouncer");
    assertThat(folder.resolve("policy")).as("services stay down").content().contains("exit 101");
    assertThat(folder.resolve("usr/sbin/policy-rc.d")).doesNotExist();
    assertThat(output.lines()).startsWith("PostgreSQL: missing; installing the package postgresql")
        .contains("PgBouncer: missing; installing the package pgbouncer");
    assertThatAllWereTried(output);
    assertThatNothingIsLeft(output);
  }

  @Test
  void theyEndThoughTheLauncherIsKilled() throws Exception {
    checkout.link("postgres", "initdb", "redis-server", "rabbitmq-server", "rabbitmqctl");
    checkout.install("pgbouncer", "");
    checkout.install("mvn", TRIES + "sleep 600");
    Process launcher = checkout.start("test");
    StringBuilder output = new StringBuilder();
    try (BufferedReader reader = launcher.inputReader()) {
      while (!output.toString().contains("folder=")) {
        output.append(reader.readLine()).append('\n');
      }
      // the one that guards the servers has the same command line, but a parent that has it too
      launcher.descendants().filter(process -> isOneOf(process, "with-servers", "sleep 600"))
          .filter(process -> process.parent().stream().noneMatch(parent -> isOneOf(parent, "with-servers")))
          .toList().forEach(ProcessHandle::destroyForcibly);
      launcher.destroyForcibly();
    }
    assertThatNothingIsLeft(output.toString());
  }

  private static boolean isOneOf(ProcessHandle process, String... names) {
    String line = process.info().commandLine().orElse("");
    return Stream.of(names).anyMatch(line::contains);
  }

  private static void assertThatAllWereTried(String output) {
    assertThat(output.lines()).contains("CREATE DATABASE", "OK", "ADD VHOST");
  }

  private static void assertThatNothingIsLeft(String output) {
    String servers = output.lines().filter(line -> line.startsWith("folder=")).findFirst().orElseThrow()
        .substring("folder=".length());
    await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(Path.of(servers)));
    assertThat(ProcessHandle.allProcesses().filter(process -> isOneOf(process, servers))).isEmpty();
  }

  private void linkAllBut(List<String> missing) throws IOException {
    for (String place : List.of("/usr/sbin", "/usr/bin", "/bin", "/usr/local/bin")) {
      try (Stream<Path> tools = Files.list(Path.of(place))) {
        for (Path tool : tools.toList()) {
          Path link = checkout.tools().resolve(tool.getFileName());
          if (!missing.contains(tool.getFileName().toString()) && !Files.exists(link)) {
            Files.createSymbolicLink(link, tool);
          }
        }
      }
    }
  }
}
