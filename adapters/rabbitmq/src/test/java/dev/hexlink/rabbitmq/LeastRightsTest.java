package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.application.spi.VisitQueue.Depth;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.PrivateBroker;
import dev.hexlink.domain.visit.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files for operators, and what the users they make may do. */
@Tag("server")
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SeededCases.class)
class LeastRightsTest {
  private static final Path FILES = Path.of("../../bootstrap/deploy/rabbitmq");
  private static final String PASSWORD = "secret";

  private PrivateBroker broker;

  @BeforeAll
  void setUp() {
    broker = PrivateBroker.create();
    load("queues.json");
    Stream.of("hexlink-publisher", "hexlink-worker", "hexlink-both", "hexlink-operator")
        .forEach(user -> broker.control("add_user", user, PASSWORD));
    load("permissions.json");
    broker.control("set_permissions", "-p", "hexlink", "guest", ".*", ".*", ".*");
  }

  private void load(String file) {
    broker.control("import_definitions", FILES.resolve(file).toAbsolutePath().normalize().toString());
  }

  @AfterAll
  void endBroker() {
    broker.close();
  }

  @AfterEach
  void empty() {
    try (RabbitVisitQueue all = queue("guest", "guest")) {
      all.deliverTo(_ -> {});
      await().untilAsserted(() -> assertThat(all.depth().waiting()).isZero());
    }
  }

  @Test
  void theQueuesInTheFileAreThoseThatAreDeclared() {
    try (Backdoor guest = Backdoor.of(broker.uri("guest", "guest", "hexlink"))) {
      assertThat(guest.withQueues().count(Topology.VISITS)).isZero();
    }
  }

  @Test
  void publisherAndWorkerDoTheirWork(Seeded some) {
    Recorder recorder = new Recorder();
    try (RabbitVisitQueue publisher = queue("hexlink-publisher", PASSWORD);
        RabbitVisitQueue worker = queue("hexlink-worker", PASSWORD)) {
      List<Visit> visits = SomeVisits.of(some, 10);
      assertThat(publisher.publish(visits)).hasSize(10);
      AtomicBoolean failed = new AtomicBoolean();
      worker.deliverTo(batch -> {
        if (!failed.getAndSet(true)) {
          throw new VisitsUnavailable("away on purpose", new IllegalStateException());
        }
        recorder.accept(batch);
      });
      await().atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(recorder.ids()).isEqualTo(SomeVisits.ids(visits)));
      assertThat(publisher.check()).isEqualTo(Health.UP);
      assertThat(worker.check()).isEqualTo(Health.UP);
    }
  }

  @Test
  void oneUserMayDoBoth(Seeded some) {
    Recorder recorder = new Recorder();
    try (RabbitVisitQueue both = queue("hexlink-both", PASSWORD)) {
      List<Visit> visits = SomeVisits.of(some, 10);
      both.publish(visits);
      both.deliverTo(recorder);
      await().untilAsserted(() -> assertThat(recorder.ids()).isEqualTo(SomeVisits.ids(visits)));
    }
  }

  @Test
  void aWorkerPutsAsideAndAnOperatorSendsOn() {
    try (Backdoor guest = Backdoor.of(broker.uri("guest", "guest", "hexlink"));
        RabbitVisitQueue worker = queue("hexlink-worker", PASSWORD);
        RabbitVisitQueue operator = queue("hexlink-operator", PASSWORD)) {
      guest.publish(Topology.VISITS, "hello");
      worker.deliverTo(_ -> {});
      await().untilAsserted(() -> assertThat(operator.depth()).isEqualTo(new Depth(0, 1)));
      assertThat(operator.redrive()).isEqualTo(1);
      await().untilAsserted(() -> assertThat(operator.depth()).isEqualTo(new Depth(0, 1)));
      assertThat(guest.take(Topology.DEAD)).isPresent();
    }
  }

  @Test
  void aWorkerPublishesNoVisits(Seeded some) {
    try (RabbitVisitQueue worker = queue("hexlink-worker", PASSWORD)) {
      assertRefused(() -> worker.publish(SomeVisits.of(some, 1)));
    }
  }

  @Test
  void aPublisherReadsNoVisits(Seeded some) {
    Recorder recorder = new Recorder();
    try (RabbitVisitQueue publisher = queue("hexlink-publisher", PASSWORD); LogLines log = LogLines.open()) {
      publisher.publish(SomeVisits.of(some, 10));
      publisher.deliverTo(recorder);
      await().untilAsserted(() -> assertThat(log.lines()).hasSize(1));
      assertThat(log.lines().getFirst()).startsWith("WARNING RabbitMQ delivers no visits: ACCESS_REFUSED");
      assertThat(recorder.ids()).isEmpty();
    }
  }

  @Test
  void nobodyButAnOperatorSendsOnWhatWasPutAside() {
    try (Backdoor guest = Backdoor.of(broker.uri("guest", "guest", "hexlink"));
        RabbitVisitQueue publisher = queue("hexlink-publisher", PASSWORD);
        RabbitVisitQueue worker = queue("hexlink-worker", PASSWORD)) {
      guest.publish(Topology.DEAD, "hello");
      assertRefused(publisher::redrive);
      assertRefused(worker::redrive);
      assertThat(guest.take(Topology.DEAD)).isPresent();
    }
  }

  @Test
  void whatIsMissingIsNamed(Seeded some) throws IOException {
    broker.createVirtualHost("bare");
    String permissions = Files.readString(FILES.resolve("permissions.json"));
    assertThat(permissions).contains("\"hexlink-publisher\", \"vhost\": \"hexlink\", \"configure\": \"^$\"");
    broker.control("set_permissions", "-p", "bare", "hexlink-publisher", "^$", "^visits$", "^$");
    try (RabbitVisitQueue publisher = Queues.at(broker.uri("hexlink-publisher", PASSWORD, "bare"))) {
      assertThatThrownBy(() -> publisher.publish(SomeVisits.of(some, 1))).isInstanceOf(VisitQueueUnavailable.class)
          .hasMessageContaining("\"visits\" is not there, and this user may not make it");
    }
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown(Seeded some) {
    try (RabbitVisitQueue stranger = queue("hexlink-publisher", "hunter2")) {
      assertThatThrownBy(() -> stranger.publish(SomeVisits.of(some, 1))).isInstanceOf(VisitQueueUnavailable.class)
          .hasMessageContaining("refuses this user or password").hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void aVirtualHostThatIsNotThereIsSaid(Seeded some) {
    try (RabbitVisitQueue lost = Queues.at(broker.uri("guest", "guest", "nowhere"))) {
      assertThatThrownBy(() -> lost.publish(SomeVisits.of(some, 1))).isInstanceOf(VisitQueueUnavailable.class)
          .hasMessageContaining("nowhere");
    }
  }

  private static void assertRefused(ThrowingCallable call) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThatThrownBy(call)
        .isInstanceOf(VisitQueueUnavailable.class).hasMessageContaining("ACCESS_REFUSED"));
  }

  private RabbitVisitQueue queue(String user, String password) {
    return Queues.at(broker.uri(user, password, "hexlink"));
  }
}
