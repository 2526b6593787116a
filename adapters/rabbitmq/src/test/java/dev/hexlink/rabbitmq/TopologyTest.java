package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.TestBroker;
import dev.hexlink.domain.visit.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SeededCases.class)
class TopologyTest {
  private TestBroker broker;
  private Backdoor backdoor;

  @BeforeAll
  void createVirtualHost() {
    broker = TestBroker.create();
  }

  @AfterAll
  void deleteVirtualHost() {
    broker.close();
  }

  @BeforeEach
  void open() {
    backdoor = Backdoor.of(broker.uri());
  }

  @AfterEach
  void close() {
    backdoor.deleteQueues();
    backdoor.close();
  }

  @Test
  void whoeverComesFirstDeclaresIt(Seeded some) {
    List<List<Visit>> batches = List.of(SomeVisits.of(some, 1), SomeVisits.of(some, 1), SomeVisits.of(some, 1),
        SomeVisits.of(some, 1));
    Race.each(batches.size(), runner -> {
      try (RabbitVisitQueue queue = Queues.at(broker.uri())) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptionsInstanceOf(VisitQueueUnavailable.class)
            .untilAsserted(() -> assertThat(queue.publish(batches.get(runner))).hasSize(1));
      }
    });
    assertThat(backdoor.count(Topology.VISITS)).isGreaterThanOrEqualTo(batches.size());
  }

  @Test
  void whatNoQueueTakesIsNotConfirmedAndTheQueueIsMadeAgain(Seeded some) {
    try (RabbitVisitQueue queue = Queues.at(broker.uri())) {
      List<Visit> visits = SomeVisits.of(some, 10);
      queue.publish(visits);
      backdoor.delete(Topology.VISITS);
      assertThatThrownBy(() -> queue.publish(visits)).isInstanceOf(VisitQueueUnavailable.class)
          .hasMessageContaining("no queue took the letter");
      assertThat(queue.publish(visits)).hasSize(10);
      assertThat(backdoor.count(Topology.VISITS)).isEqualTo(1);
    }
  }

  @Test
  void aReaderComesBackWhenItsQueueIsMadeAgain(Seeded some) {
    Recorder worker = new Recorder();
    try (RabbitVisitQueue queue = Queues.at(broker.uri())) {
      queue.deliverTo(worker);
      List<Visit> first = SomeVisits.of(some, 10);
      queue.publish(first);
      await().untilAsserted(() -> assertThat(worker.ids()).containsAll(SomeVisits.ids(first)));
      backdoor.delete(Topology.VISITS);
      List<Visit> second = SomeVisits.of(some, 10);
      await().atMost(Duration.ofSeconds(30)).ignoreExceptionsInstanceOf(VisitQueueUnavailable.class)
          .untilAsserted(() -> assertThat(queue.publish(second)).hasSize(10));
      await().atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(worker.ids()).containsAll(SomeVisits.ids(second)));
    }
  }

  @Test
  void aQueueThatWorksOtherwiseIsNotUsed(Seeded some) {
    backdoor.declare(Topology.VISITS, Map.of("x-overflow", "drop-head"));
    try (RabbitVisitQueue queue = Queues.at(broker.uri())) {
      assertThatThrownBy(() -> queue.publish(SomeVisits.of(some, 10))).isInstanceOf(VisitQueueUnavailable.class)
          .hasMessageContaining("PRECONDITION_FAILED").hasMessageContaining("'visits'");
      assertThat(queue.check().detail()).contains("PRECONDITION_FAILED");
      assertThat(backdoor.count(Topology.VISITS)).isZero();
    }
  }
}
