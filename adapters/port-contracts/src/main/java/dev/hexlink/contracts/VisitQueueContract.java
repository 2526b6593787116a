package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every adapter of {@link VisitQueue} keeps to. Cases publish as the forwarder does: what was not confirmed is published again, until it is.
 * What a case does not know may come from another and is let pass.
 */
@ExtendWith(SeededCases.class)
public interface VisitQueueContract {
  /** A new instance of the adapter, which the case closes. Instances may share one queue. */
  VisitQueue newVisitQueue();

  /** The adapter with a server that cannot be reached; empty when that cannot be. */
  Optional<VisitQueue> unreachableVisitQueue();

  @Test
  default void publishedVisitsArriveAsTheyAre(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      Map<VisitId, Visit> arrived = new ConcurrentHashMap<>();
      queue.deliverTo(batch -> batch.forEach(visit -> arrived.put(visit.id(), visit)));
      List<Visit> batch = new ArrayList<>(visits(some, 50));
      batch.addAll(oddVisits(some));
      publish(queue, batch);
      await().untilAsserted(() -> assertThat(arrived.values()).containsAll(batch));
    }
  }

  @Test
  default void onlyPublishedVisitsAreConfirmed(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      queue.deliverTo(_ -> {});
      List<Visit> batch = visits(some, 20);
      assertThat(batch).extracting(Visit::id).containsAll(queue.publish(batch));
    }
  }

  @Test
  default void confirmedVisitsArriveEventually(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      Set<VisitId> arrived = ConcurrentHashMap.newKeySet();
      queue.deliverTo(batch -> batch.forEach(visit -> arrived.add(visit.id())));
      for (int n = 0; n < 30; n++) {
        Set<VisitId> confirmed = queue.publish(visits(some, 7));
        await().untilAsserted(() -> assertThat(arrived).containsAll(confirmed));
      }
    }
  }

  @Test
  default void aBatchItsWorkerThrewOnIsDeliveredAgain(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      Set<VisitId> done = ConcurrentHashMap.newKeySet();
      AtomicInteger failures = new AtomicInteger(3);
      List<Visit> batch = visits(some, 10);
      queue.deliverTo(delivered -> {
        if (delivered.stream().anyMatch(batch::contains) && failures.getAndDecrement() > 0) {
          throw new IllegalStateException("the worker fails on purpose");
        }
        delivered.forEach(visit -> done.add(visit.id()));
      });
      publish(queue, batch);
      await().untilAsserted(() -> assertThat(done).containsAll(ids(batch)));
    }
  }

  @Test
  default void aBatchThatFailsDoesNotKeepOthersFromArriving(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      Set<VisitId> done = ConcurrentHashMap.newKeySet();
      AtomicBoolean failing = new AtomicBoolean(true);
      List<Visit> bad = visits(some, 3);
      List<Visit> good = visits(some, 3);
      queue.deliverTo(delivered -> {
        if (failing.get() && delivered.stream().anyMatch(bad::contains)) {
          throw new IllegalStateException("the worker fails on purpose");
        }
        delivered.forEach(visit -> done.add(visit.id()));
      });
      tryToPublish(queue, bad);
      publish(queue, good);
      await().untilAsserted(() -> assertThat(done).containsAll(ids(good)));
      failing.set(false);
      publish(queue, bad);
      await().untilAsserted(() -> assertThat(done).containsAll(ids(bad)));
    }
  }

  @Test
  default void batchesOfRacingPublishersAllArrive(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      Set<VisitId> arrived = ConcurrentHashMap.newKeySet();
      queue.deliverTo(batch -> batch.forEach(visit -> arrived.add(visit.id())));
      List<List<Visit>> batches = IntStream.range(0, 80).mapToObj(_ -> visits(some, 5)).toList();
      Race.each(8, i -> batches.subList(i * 10, i * 10 + 10).forEach(batch -> publish(queue, batch)));
      await()
          .untilAsserted(() -> assertThat(arrived).containsAll(ids(batches.stream().flatMap(List::stream).toList())));
    }
  }

  @Test
  default void publishingAgainIsSafe(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      Set<VisitId> arrived = ConcurrentHashMap.newKeySet();
      queue.deliverTo(batch -> batch.forEach(visit -> arrived.add(visit.id())));
      List<Visit> batch = visits(some, 5);
      publish(queue, batch);
      publish(queue, batch);
      await().untilAsserted(() -> assertThat(arrived).containsAll(ids(batch)));
    }
  }

  @Test
  default void nothingWaitsWhenWorkersAreDone(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      queue.deliverTo(_ -> {});
      publish(queue, visits(some, 5));
      await().untilAsserted(() -> assertThat(queue.depth().waiting()).isZero());
    }
  }

  @Test
  default void lettersThatCanBeReadAreNotRedriven(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      queue.deliverTo(_ -> {});
      publish(queue, visits(some, 5));
      long dead = queue.depth().deadLetters();
      assertThat(queue.redrive()).isEqualTo(dead);
    }
  }

  @Test
  default void closingWaitsForTheDeliveryUnderWay(Seeded some) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    VisitQueue queue = newVisitQueue();
    List<Visit> batch = visits(some, 2);
    queue.deliverTo(delivered -> {
      if (delivered.stream().anyMatch(batch::contains)) {
        entered.countDown();
        awaitQuietly(leave);
        finished.set(true);
      }
    });
    Thread publisher = Thread.ofPlatform().daemon().start(() -> tryToPublish(queue, batch));
    assertThat(entered.await(20, TimeUnit.SECONDS)).as("the batch was delivered").isTrue();
    AtomicBoolean finishedAtClose = new AtomicBoolean();
    Thread closer = Thread.ofPlatform().daemon().start(() -> {
      queue.close();
      finishedAtClose.set(finished.get());
    });
    boolean early = closer.join(Duration.ofMillis(200));
    leave.countDown();
    assertThat(closer.join(Outage.PATIENCE)).as("closing comes to an end").isTrue();
    assertThat(publisher.join(Outage.PATIENCE)).as("publishing comes to an end").isTrue();
    assertThat(early).as("closed while a worker was at work").isFalse();
    assertThat(finishedAtClose).isTrue();
  }

  @Test
  default void aClosedQueueConfirmsNothing(Seeded some) {
    VisitQueue queue = newVisitQueue();
    AtomicInteger delivered = new AtomicInteger();
    queue.deliverTo(_ -> delivered.incrementAndGet());
    queue.close();
    int before = delivered.get();
    Outage.isSaid(VisitQueueUnavailable.class, () -> queue.publish(visits(some, 2)));
    assertThat(delivered.get()).isEqualTo(before);
    queue.close();
  }

  @Test
  default void anOutageIsSaid(Seeded some) {
    VisitQueue queue = Outage.of(unreachableVisitQueue());
    Outage.isSaid(VisitQueueUnavailable.class, () -> queue.publish(visits(some, 2)));
    Outage.isSaid(VisitQueueUnavailable.class, queue::depth);
    Outage.isSaid(VisitQueueUnavailable.class, queue::redrive);
    Outage.isBorne(queue::close);
  }

  private static void publish(VisitQueue queue, List<Visit> batch) {
    Set<VisitId> confirmed = ConcurrentHashMap.newKeySet();
    await().atMost(Outage.PATIENCE).untilAsserted(() -> {
      confirmed.addAll(tryToPublish(queue, batch.stream().filter(visit -> !confirmed.contains(visit.id())).toList()));
      assertThat(confirmed).as("what the queue confirmed").containsAll(ids(batch));
    });
  }

  private static Set<VisitId> tryToPublish(VisitQueue queue, List<Visit> batch) {
    try {
      return queue.publish(batch);
    } catch (VisitQueueUnavailable _) {
      return Set.of();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<VisitId> ids(Collection<Visit> visits) {
    return visits.stream().map(Visit::id).collect(Collectors.toSet());
  }

  private static List<Visit> visits(Seeded some, int count) {
    return some.visits(some.link(), count).stream().map(ClassifiedVisit::visit).toList();
  }

  private static List<Visit> oddVisits(Seeded some) {
    Link link = some.link(new LinkKey(some.host(), some.code()), new CodeOrigin.Chosen());
    return List.of(
        new Visit(new VisitId(some.epoch(), Long.MAX_VALUE),
            new VisitFacts(link.id(), link.key(), some.instant(), Network.UNKNOWN, 0, "", "", true)),
        new Visit(new VisitId(some.epoch(), 0),
            new VisitFacts(link.id(), link.key(), some.instant(), new Network(true, (1L << 48) - 1), Long.MIN_VALUE,
                "😀".repeat(256), "https://ünï.example/\t\"<>\\" + "漢".repeat(900), false)));
  }
}
