package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.application.spi.VisitQueue.Depth;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.contracts.Outage;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.PrivateBroker;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A broker that dies, falls silent, runs out of memory or is full. */
@Tag("server")
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SeededCases.class)
class BrokerFaultsTest {
  /** No call takes longer: five seconds, and what a busy machine adds. */
  private static final Duration BOUND = Duration.ofSeconds(7);
  /** With the writing of letters that takes its time too. */
  private static final Duration LONG_BOUND = Duration.ofSeconds(12);
  private static final Duration RECOVERY = Duration.ofSeconds(40);

  private PrivateBroker broker;
  private Recorder worker;
  private RabbitVisitQueue queue;

  @BeforeAll
  void startBroker() {
    broker = PrivateBroker.create();
  }

  @AfterAll
  void endBroker() {
    broker.close();
  }

  @BeforeEach
  void makeQueue() {
    worker = new Recorder();
    queue = Queues.at(broker.uri());
  }

  @AfterEach
  void emptyBroker() {
    queue.close();
    try (Backdoor backdoor = Backdoor.of(broker.uri()).withQueues()) {
      backdoor.deleteQueues();
    }
    syncBroker();
  }

  /** What was declared or deleted in the last seconds is forgotten by a broker that is killed, which is not what is looked at here. */
  private void syncBroker() {
    broker.control("eval", "mnesia:sync_log().");
  }

  @Test
  void whatWasConfirmedSurvivesAKillAndNothingNeedsARestart(Seeded some) {
    queue.deliverTo(worker);
    try (LogLines log = LogLines.open(); Forwarding forwarding = Forwarding.to(queue, some, 100)) {
      awaitMore(forwarding);
      syncBroker();
      broker.kill();
      await().atMost(RECOVERY).until(() -> log.lines().size() == 2);
      assertThat(queue.check().up()).isFalse();
      broker.start();
      awaitMore(forwarding);
      awaitArrival(forwarding);
      await().atMost(RECOVERY).untilAsserted(() -> assertThat(log.lines()).hasSize(4));
      assertThat(log.lines()).anyMatch(line -> line.startsWith("WARNING RabbitMQ takes no visits: "))
          .anyMatch(line -> line.startsWith("WARNING RabbitMQ delivers no visits: "))
          .contains("INFO RabbitMQ takes visits again.", "INFO RabbitMQ delivers visits again.");
      assertThat(queue.check()).isEqualTo(Health.UP);
      assertThat(forwarding.longest()).isLessThan(BOUND);
    }
  }

  @Test
  void aSilentBrokerIsWaitedForInBoundedTime(Seeded some) {
    queue.deliverTo(worker);
    try (Forwarding forwarding = Forwarding.to(queue, some, 100)) {
      awaitMore(forwarding);
      broker.pause();
      try {
        assertThat(durationOf(() -> Outage.isSaid(VisitQueueUnavailable.class, queue::depth)))
            .isLessThan(BOUND);
        Deadline end = Deadline.in(Duration.ofSeconds(15));
        await().atMost(Duration.ofSeconds(20)).until(end::isOver);
      } finally {
        broker.resume();
      }
      awaitMore(forwarding);
      awaitArrival(forwarding);
      assertThat(forwarding.longest()).isLessThan(BOUND);
    }
  }

  @Test
  void closingIsBoundedWhileTheBrokerIsSilent(Seeded some) {
    queue.deliverTo(worker);
    queue.publish(SomeVisits.of(some, 10));
    await().untilAsserted(() -> assertThat(worker.ids()).isNotEmpty());
    broker.pause();
    try {
      assertThat(durationOf(() -> Outage.isBorne(queue::close))).isLessThan(BOUND);
    } finally {
      broker.resume();
    }
  }

  @Test
  void aBrokerWithoutMemoryTakesNothingAndStillGivesAway(Seeded some) {
    List<List<Visit>> before = Stream.generate(() -> SomeVisits.of(some, 10)).limit(20).toList();
    before.forEach(queue::publish);
    broker.raiseMemoryAlarm();
    try {
      List<Visit> many = SomeVisits.of(some, 100_000);
      assertThat(durationOf(() -> refused(many))).as("more than fits into any buffer on the way")
          .isLessThan(LONG_BOUND);
      List<Visit> few = SomeVisits.of(some, 10);
      await().untilAsserted(() -> assertThat(durationOf(() -> refused(few))).as("once the alarm is known")
          .isLessThan(Duration.ofSeconds(1)));
      assertThat(queue.check().up()).isFalse();
      assertThat(queue.check().detail()).contains("memory");
      queue.deliverTo(worker);
      await().untilAsserted(() -> assertThat(worker.ids()).containsAll(idsOf(before)));
    } finally {
      broker.clearMemoryAlarm();
    }
    awaitPublished(SomeVisits.of(some, 10));
    await().untilAsserted(() -> assertThat(queue.check()).isEqualTo(Health.UP));
  }

  @Test
  void aWriteThatHangsIsFreed(Seeded some) {
    queue.publish(SomeVisits.of(some, 1));
    broker.pause();
    try {
      List<Visit> more = SomeVisits.of(some, 100_000);
      assertThat(durationOf(() -> refused(more))).as("more than fits into any buffer on the way")
          .isLessThan(LONG_BOUND);
    } finally {
      broker.resume();
    }
    awaitPublished(SomeVisits.of(some, 10));
  }

  @Test
  void aFullQueueConfirmsNothingAndDropsNothing(Seeded some) {
    broker.control("set_policy", "small", "^visits$", "{\"max-length\":5}", "--apply-to", "queues");
    Set<VisitId> confirmed = new HashSet<>();
    try {
      await().atMost(RECOVERY)
          .untilAsserted(() -> assertThatThrownBy(() -> confirmed.addAll(queue.publish(SomeVisits.of(some, 10))))
              .hasMessageContaining("full"));
      queue.deliverTo(worker);
      await().untilAsserted(() -> assertThat(worker.ids()).containsAll(confirmed));
      awaitPublished(SomeVisits.of(some, 10));
    } finally {
      broker.control("clear_policy", "small");
    }
  }

  @Test
  void withoutABrokerItStartsAndWaitsForOne(Seeded some) {
    broker.kill();
    queue.deliverTo(worker);
    refused(SomeVisits.of(some, 1));
    broker.start();
    List<Visit> visits = SomeVisits.of(some, 10);
    awaitPublished(visits);
    await().atMost(RECOVERY).untilAsserted(() -> assertThat(worker.ids()).containsAll(SomeVisits.ids(visits)));
    assertThat(queue.depth()).isEqualTo(Depth.EMPTY);
  }

  private void refused(List<Visit> visits) {
    Outage.isSaid(VisitQueueUnavailable.class, () -> queue.publish(visits));
  }

  private void awaitPublished(List<Visit> visits) {
    await().atMost(RECOVERY).ignoreExceptionsInstanceOf(VisitQueueUnavailable.class)
        .untilAsserted(() -> assertThat(queue.publish(visits)).as(this::health).hasSameSizeAs(visits));
  }

  private void awaitMore(Forwarding forwarding) {
    int before = forwarding.confirmed().size();
    await().atMost(RECOVERY)
        .untilAsserted(() -> assertThat(forwarding.confirmed().size()).as(this::health).isGreaterThan(before + 1_000));
  }

  private String health() {
    return "publishing while " + queue.check();
  }

  private void awaitArrival(Forwarding forwarding) {
    Set<VisitId> confirmed = Set.copyOf(forwarding.confirmed());
    await().atMost(RECOVERY).untilAsserted(() -> assertThat(worker.ids().containsAll(confirmed)).isTrue());
  }

  private static Set<VisitId> idsOf(List<List<Visit>> batches) {
    return SomeVisits.ids(batches.stream().flatMap(List::stream).toList());
  }

  private static Duration durationOf(Runnable deed) {
    long start = System.nanoTime();
    deed.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
