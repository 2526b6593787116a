package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.FaultProxy;
import dev.hexlink.contracts.servers.TestBroker;
import dev.hexlink.domain.visit.VisitId;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A network that breaks at any byte, is slow, or lets nothing through. */
@Tag("server")
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SeededCases.class)
class BrokenNetworkTest {
  private static final Duration BOUND = Duration.ofSeconds(7);
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private TestBroker broker;
  private FaultProxy proxy;
  private Recorder worker;
  private RabbitVisitQueue queue;

  @BeforeAll
  void createVirtualHost() {
    broker = TestBroker.create();
    URI uri = URI.create(broker.uri());
    proxy = FaultProxy.before(uri.getHost(), uri.getPort() < 0 ? 5672 : uri.getPort());
  }

  @AfterAll
  void deleteVirtualHost() {
    proxy.close();
    broker.close();
  }

  @BeforeEach
  void start() {
    worker = new Recorder();
    queue = Queues.at(broker.uri().replaceFirst("@[^/]*/", "@" + proxy.address() + "/"));
    queue.deliverTo(worker);
  }

  @AfterEach
  void stop() {
    proxy.restore();
    queue.close();
  }

  @Test
  void whatWasConfirmedArrivesThoughTheNetworkBreaksAtAnyByte(Seeded some) {
    try (Forwarding forwarding = Forwarding.to(queue, some, 50)) {
      for (int n = 0; n < 15; n++) {
        await().atMost(RECOVERY).until(() -> proxy.connections() == 2);
        long accepted = proxy.accepted();
        if (some.random().nextBoolean()) {
          proxy.cutAfter(some.random().nextInt(60_000));
        } else {
          proxy.cutAfterFromServer(some.random().nextInt(60_000));
        }
        await().atMost(RECOVERY).until(() -> proxy.accepted() > accepted);
      }
      Set<VisitId> confirmed = Set.copyOf(forwarding.confirmed());
      assertThat(confirmed).isNotEmpty();
      await().atMost(RECOVERY).untilAsserted(() -> assertThat(worker.ids().containsAll(confirmed)).isTrue());
      assertThat(forwarding.longest()).isLessThan(BOUND);
    }
  }

  @Test
  void nobodyWaitsForLongOnALineThatIsDead(Seeded some) {
    try (Forwarding forwarding = Forwarding.to(queue, some, 50)) {
      await().atMost(RECOVERY).until(() -> !forwarding.confirmed().isEmpty());
      proxy.halfOpen();
      Deadline end = Deadline.in(Duration.ofSeconds(12));
      await().atMost(Duration.ofSeconds(20)).until(end::isOver);
      int before = forwarding.confirmed().size();
      proxy.restore();
      await().atMost(RECOVERY).until(() -> forwarding.confirmed().size() > before);
      Set<VisitId> confirmed = Set.copyOf(forwarding.confirmed());
      await().atMost(RECOVERY).untilAsserted(() -> assertThat(worker.ids().containsAll(confirmed)).isTrue());
      assertThat(forwarding.longest()).isLessThan(BOUND);
    }
  }

  @Test
  void aSlowNetworkIsNoBrokenOne(Seeded some) {
    proxy.latency(Duration.ofMillis(150));
    try (Forwarding forwarding = Forwarding.to(queue, some, 50)) {
      await().atMost(RECOVERY).until(() -> forwarding.confirmed().size() >= 500);
      long accepted = proxy.accepted();
      await().atMost(RECOVERY).until(() -> forwarding.confirmed().size() >= 1_000);
      assertThat(proxy.accepted()).isEqualTo(accepted);
    }
  }
}
