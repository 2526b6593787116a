package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import dev.hexlink.application.spi.VisitQueue.Depth;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.TestBroker;
import dev.hexlink.domain.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
class DeadLettersTest {
  private TestBroker broker;
  private Backdoor backdoor;
  private Recorder worker;
  private RabbitVisitQueue queue;

  @BeforeAll
  void createVirtualHost() {
    broker = TestBroker.create();
  }

  @AfterAll
  void deleteVirtualHost() {
    broker.close();
  }

  @BeforeEach
  void start() {
    backdoor = Backdoor.of(broker.uri()).withQueues();
    worker = new Recorder();
    queue = Queues.at(broker.uri());
  }

  @AfterEach
  void stop() {
    queue.close();
    backdoor.deleteQueues();
    backdoor.close();
  }

  @Test
  void whatCannotBeReadIsPutAsideWithItsReasonAndHoldsUpNothing(Seeded some) {
    List<Visit> good = SomeVisits.of(some, 5);
    backdoor.publish(Topology.VISITS, "hello");
    backdoor.publish(Topology.VISITS, "{\"version\":2}");
    queue.deliverTo(worker);
    queue.publish(good);
    await().untilAsserted(() -> assertThat(worker.ids()).isEqualTo(SomeVisits.ids(good)));
    await().untilAsserted(() -> assertThat(queue.depth()).isEqualTo(new Depth(0, 2)));
    List<GetResponse> dead = List.of(take(), take());
    assertThat(dead).extracting(letter -> new String(letter.getBody(), StandardCharsets.UTF_8))
        .containsExactlyInAnyOrder("hello", "{\"version\":2}");
    assertThat(dead).extracting(letter -> String.valueOf(letter.getProps().getHeaders().get(DeadLetters.REASON)))
        .anyMatch(reason -> reason.startsWith("it is not JSON"))
        .contains("its version is 2, and only 1 is known here");
    assertThat(dead).extracting(letter -> letter.getProps().getDeliveryMode()).containsOnly(2);
  }

  @Test
  void aVisitThatCannotBeReadTakesNoOtherAlong(Seeded some) {
    List<Visit> visits = SomeVisits.of(some, 3);
    String letter = SomeVisits.letter(visits);
    String broken = letter.replaceFirst("\"ip\":\"[^\"]*\"", "\"ip\":\"nowhere\"");
    queue.deliverTo(worker);
    backdoor.publish(Topology.VISITS, broken);
    await().untilAsserted(() -> assertThat(worker.ids()).isEqualTo(SomeVisits.ids(visits.subList(1, 3))));
    await().untilAsserted(() -> assertThat(queue.depth()).isEqualTo(new Depth(0, 1)));
    assertThat(new String(take().getBody(), StandardCharsets.UTF_8)).isEqualTo(broken);
  }

  @Test
  void whatCanBeReadByNowArrivesAndTheRestComesBack(Seeded some) {
    List<Visit> good = SomeVisits.of(some, 5);
    backdoor.publish(Topology.DEAD, SomeVisits.letter(good));
    backdoor.publish(Topology.DEAD, "hello");
    queue.deliverTo(worker);
    assertThat(queue.redrive()).isEqualTo(2);
    await().untilAsserted(() -> assertThat(worker.ids()).isEqualTo(SomeVisits.ids(good)));
    await().untilAsserted(() -> assertThat(queue.depth()).isEqualTo(new Depth(0, 1)));
    assertThat(queue.redrive()).isEqualTo(1);
    await().untilAsserted(() -> assertThat(queue.depth()).isEqualTo(new Depth(0, 1)));
    assertThat(take().getProps().getHeaders()).containsKey(DeadLetters.REASON).doesNotContainKey("x-death");
  }

  @Test
  void manyLettersAreSentOnInTheirOrder() {
    for (int n = 0; n < 50; n++) {
      backdoor.publish(Topology.DEAD, "letter " + n);
    }
    assertThat(queue.redrive()).isEqualTo(50);
    List<String> sent = new ArrayList<>();
    for (Optional<GetResponse> next = backdoor.take(Topology.VISITS); next
        .isPresent(); next = backdoor.take(Topology.VISITS)) {
      sent.add(new String(next.get().getBody(), StandardCharsets.UTF_8));
    }
    assertThat(sent).hasSize(50).startsWith("letter 0", "letter 1").endsWith("letter 49");
    assertThat(queue.depth()).isEqualTo(Depth.EMPTY);
  }

  private GetResponse take() {
    return backdoor.take(Topology.DEAD).orElseThrow();
  }
}
