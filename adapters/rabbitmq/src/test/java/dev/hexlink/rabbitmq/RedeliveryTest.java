package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitQueue.Depth;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.TestBroker;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

@Tag("server")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SeededCases.class)
class RedeliveryTest {
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
  void aBadVisitComesAgainAndAgainAndTakesNoOtherAlong(Seeded some) {
    List<Visit> visits = SomeVisits.of(some, 100);
    Visit bad = visits.get(42);
    AtomicInteger tries = new AtomicInteger();
    AtomicBoolean mended = new AtomicBoolean();
    queue.deliverTo(batch -> {
      if (batch.contains(bad) && !mended.get()) {
        tries.addAndGet(batch.size() == 1 ? 1 : 0);
        throw new IllegalStateException("bad on purpose");
      }
      worker.accept(batch);
    });
    queue.publish(visits);
    await().untilAsserted(() -> assertThat(worker.ids()).hasSize(99).doesNotContain(bad.id()));
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(tries).hasValueGreaterThanOrEqualTo(2));
    assertThat(queue.depth()).isEqualTo(new Depth(1, 0));
    mended.set(true);
    await().untilAsserted(() -> assertThat(worker.ids()).contains(bad.id()));
    await().untilAsserted(() -> assertThat(queue.depth()).isEqualTo(Depth.EMPTY));
  }

  @Test
  void moreBadLettersThanAnybodyTakesInHandKeepNoOtherFromArriving(Seeded some) {
    try (RabbitVisitQueue narrow = Queues.at(broker.uri(), 1, 1)) {
      Set<VisitId> bad = ConcurrentHashMap.newKeySet();
      for (int n = 0; n < 20; n++) {
        List<Visit> letter = SomeVisits.of(some, 1);
        bad.addAll(SomeVisits.ids(letter));
        narrow.publish(letter);
      }
      List<Visit> good = SomeVisits.of(some, 1);
      narrow.publish(good);
      narrow.deliverTo(batch -> {
        if (batch.stream().map(Visit::id).anyMatch(bad::contains)) {
          throw new IllegalStateException("bad on purpose");
        }
        worker.accept(batch);
      });
      await().atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(worker.ids()).isEqualTo(SomeVisits.ids(good)));
      bad.clear();
      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(worker.ids()).hasSize(21));
    }
  }

  @Test
  void whileTheStoreIsAwayLettersWaitAndAreAskedAboutSeldom(Seeded some) {
    AtomicBoolean away = new AtomicBoolean(true);
    AtomicInteger tries = new AtomicInteger();
    queue.deliverTo(batch -> {
      if (away.get()) {
        tries.incrementAndGet();
        throw new VisitsUnavailable("away on purpose", new IllegalStateException());
      }
      worker.accept(batch);
    });
    List<List<Visit>> letters = Stream.generate(() -> SomeVisits.of(some, 10)).limit(50).toList();
    letters.forEach(queue::publish);
    Deadline end = Deadline.in(Duration.ofSeconds(6));
    await().atMost(Duration.ofSeconds(10)).until(end::isOver);
    assertThat(tries).as("tries in 6 seconds").hasValueLessThan(25);
    assertThat(queue.depth().waiting()).isEqualTo(50);
    away.set(false);
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(worker.ids()).hasSize(500));
    await().untilAsserted(() -> assertThat(queue.depth()).isEqualTo(Depth.EMPTY));
  }

  @Test
  void lettersThatWaitAreHandedOverTogether(Seeded some) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (RabbitVisitQueue single = Queues.at(broker.uri(), 1_000, 1)) {
      single.deliverTo(batch -> {
        entered.countDown();
        awaitQuietly(leave);
        worker.accept(batch);
      });
      single.publish(SomeVisits.of(some, 1));
      assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
      for (int n = 0; n < 120; n++) {
        single.publish(SomeVisits.of(some, 10));
      }
      await().untilAsserted(() -> assertThat(single.depth()).isEqualTo(new Depth(121, 0)));
      leave.countDown();
      await().untilAsserted(() -> assertThat(worker.ids()).hasSize(1_201));
      assertThat(worker.batches()).as("visits at a time").containsExactly(1, 500, 500, 200);
    }
  }

  @Test
  void whatADyingInstanceHadInHandIsGivenToAnother(Seeded some) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    List<Visit> visits = SomeVisits.of(some, 10);
    queue.deliverTo(_ -> {
      entered.countDown();
      awaitQuietly(leave);
      throw new IllegalStateException("dies on purpose");
    });
    queue.publish(visits);
    assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
    Thread closer = Thread.ofPlatform().daemon().start(queue::close);
    try (RabbitVisitQueue other = Queues.at(broker.uri())) {
      other.deliverTo(worker);
      leave.countDown();
      await().atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(worker.ids()).isEqualTo(SomeVisits.ids(visits)));
    }
    assertThat(closer.join(Duration.ofSeconds(20))).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
