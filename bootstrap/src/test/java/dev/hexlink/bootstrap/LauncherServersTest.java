package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.contracts.servers.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which servers the launcher finds for the suite, on a machine that has nothing but what a case puts there. */
@Timeout(60)
class LauncherServersTest {
  private final int postgresPort = FreePort.next();
  private final int redisPort = FreePort.next();
  private final int rabbitmqPort = FreePort.next();
  @TempDir
  private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new Checkout(folder);
    checkout.link("bash", "env", "sh", "dirname", "readlink", "cat", "sed", "tee", "tail", "awk", "mktemp", "rm", "id",
        "chmod", "mkfifo", "ps", "mkdir", "sleep");
    checkout.changeServers(script -> script.replace("postgres_port=5432", "postgres_port=" + postgresPort)
        .replace("redis_port=6379", "redis_port=" + redisPort)
        .replace("rabbitmq_port=5672", "rabbitmq_port=" + rabbitmqPort));
    checkout.hideTheSystem();
    checkout.install("mvn", "echo \"Maven runs: $*\"; env | grep HEXLINK_TEST | sort");
    checkout.link("grep", "sort");
  }

  @AfterEach
  void tidyUp() throws IOException {
    checkout.close();
  }

  @Test
  void thoseThatRunAreUsed() throws Exception {
    checkout.install("psql", "echo t");
    checkout.install("rabbitmqctl", "exit 0");
    checkout.install("pgbouncer", "");
    try (AnsweringPort _ = AnsweringPort.open(postgresPort, "");
        AnsweringPort _ = AnsweringPort.open(redisPort, "+PONG\r\n");
        AnsweringPort _ = AnsweringPort.open(rabbitmqPort, "\1")) {
      assertThat(checkout.run(0, "test", "-X").lines()).startsWith(
          "PostgreSQL: 127.0.0.1:" + postgresPort + ", which runs already",
          "Redis: 127.0.0.1:" + redisPort + ", which runs already",
          "RabbitMQ: 127.0.0.1:" + rabbitmqPort + ", which runs already",
          "PgBouncer: " + checkout.tools().resolve("pgbouncer") + ", which tests start for themselves",
          "Maven runs: -B --no-transfer-progress verify -X",
          "HEXLINK_TEST_POSTGRES_URL=jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres",
          "HEXLINK_TEST_RABBITMQCTL=rabbitmqctl",
          "HEXLINK_TEST_RABBITMQ_URI=amqp://guest:guest@127.0.0.1:" + rabbitmqPort,
          "HEXLINK_TEST_REDIS_URI=redis://127.0.0.1:" + redisPort);
    }
  }

  @Test
  void thoseThatAreNamedAreUsed() throws Exception {
    checkout.install("anyctl", "[ $1 = in ] && [ $2 = there ]");
    checkout.install("pgbouncer", "");
    try (AnsweringPort postgres = AnsweringPort.open(FreePort.next(), "");
        AnsweringPort redis = AnsweringPort.open(FreePort.next(), "");
        AnsweringPort rabbitmq = AnsweringPort.open(FreePort.next(), "")) {
      checkout.set("HEXLINK_TEST_POSTGRES_URL",
          "jdbc:postgresql://" + postgres.address() + "/x?user=u&password=secret");
      checkout.set("HEXLINK_TEST_REDIS_URI", "redis://u:secret@" + redis.address() + "/1");
      checkout.set("HEXLINK_TEST_RABBITMQ_URI", "amqp://u:secret@" + rabbitmq.address());
      checkout.set("HEXLINK_TEST_RABBITMQCTL", "anyctl in there");
      assertThat(checkout.run(0, "test").lines()).startsWith(
          "PostgreSQL: " + postgres.address() + ", which HEXLINK_TEST_POSTGRES_URL names",
          "Redis: " + redis.address() + ", which HEXLINK_TEST_REDIS_URI names",
          "RabbitMQ: " + rabbitmq.address() + ", which HEXLINK_TEST_RABBITMQ_URI names")
          .contains("HEXLINK_TEST_POSTGRES_URL=jdbc:postgresql://" + postgres.address() + "/x?user=u&password=secret");
    }
  }

  @Test
  void oneThatIsNamedAndDoesNotAnswerFailsTheSuite() throws Exception {
    checkout.set("HEXLINK_TEST_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + postgresPort + "/x?password=secret");
    assertThat(checkout.run(1, "test")).doesNotContain("Maven runs", "secret").startsWith(
        "with-servers: PostgreSQL does not answer at 127.0.0.1:" + postgresPort
            + ", which HEXLINK_TEST_POSTGRES_URL names\n");
  }

  @Test
  void oneThatCannotBeHadFailsTheSuite() throws Exception {
    assertThat(checkout.run(1, "test")).doesNotContain("Maven runs").startsWith(
        "with-servers: PostgreSQL is missing, and there is no apt-get, dnf, apk or brew to install it; install it, or name one");
  }

  @Test
  void onlyRootInstalls() throws Exception {
    checkout.install("id", "echo 1000");
    checkout.install("sudo", "exit 1");
    checkout.install("apk", "exit 0");
    assertThat(checkout.run(1, "test")).doesNotContain("Maven runs").startsWith(
        "with-servers: PostgreSQL is missing, and only root may install it: sudo apk add postgresql\n");
  }

  @Test
  void aFailedInstallationShowsTheEndOfItsLog() throws Exception {
    checkout.install("id", "echo 1000");
    checkout.install("sudo", "shift; \"$@\"");
    checkout.install("dnf", "echo \"no such package, says $*\"; exit 1");
    assertThat(checkout.run(1, "test")).doesNotContain("Maven runs").startsWith("""
        PostgreSQL: missing; installing the package postgresql-server
        no such package, says install -y postgresql-server
        with-servers: PostgreSQL is missing and cannot be installed
        """);
  }
}
