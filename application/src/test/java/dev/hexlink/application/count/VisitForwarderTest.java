package dev.hexlink.application.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import dev.hexlink.application.api.Balance;
import dev.hexlink.application.api.Settings;
import dev.hexlink.application.fakes.HeapJournal;
import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.HeapQueue;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VisitForwarderTest {
  private static final Link LINK = Samples.link("link");
  private static final Settings.Delivery DELIVERY = new Settings.Delivery(10, Duration.ofMinutes(1), null);

  private final HeapJournal journal = new HeapJournal();
  private final HeapQueue direct = new HeapQueue(true);
  private final HeapVisits visits = new HeapVisits();
  private final MutableClock clock = new MutableClock();
  private final VisitRecording recording = new VisitRecording(visits, _ -> Traits.UNKNOWN, new HeapLive());
  private VisitForwarder forwarder = forwarder(journal, direct);

  private VisitForwarder forwarder(VisitJournal over, HeapQueue queue) {
    queue.deliverTo(recording::record);
    return new VisitForwarder(over, queue, visits, DELIVERY, clock, Seeds.fresh());
  }

  @AfterEach
  void endOutages() {
    journal.readOutage.end();
    direct.outage.end();
    direct.fatal.end();
    visits.outage.end();
    journal.unreadable.clear();
    forwarder.close();
  }

  @Test
  void carriesEverythingToTheStoreAndReleasesIt() {
    append(95);
    forwarder.start();
    append(5);

    awaitStored(100);
    awaitBalance(new Balance(100, 100, 0, 0));
    assertThat(journal.released(journal.current())).isEqualTo(100);
    assertThat(direct.published).doesNotHaveDuplicates();
  }

  @Test
  void replaysWhatAnEarlierEpochLeftAndNothingElse() {
    append(20);
    Epoch earlier = journal.current();
    recording.record(journal.read(earlier, 5, 10));
    journal.reopen();
    append(3);
    forwarder.start();

    awaitStored(23);
    assertThat(direct.publishedCount()).isEqualTo(13);
    await().untilAsserted(() -> {
      clock.advance(Duration.ofSeconds(1));
      assertThat(journal.released(earlier)).isEqualTo(20);
    });
  }

  @Test
  void waitsForAStoreThatIsDownAtTheStart() {
    append(20);
    visits.outage.begin();
    forwarder.start();
    assertThat(forwarder.balance()).isEqualTo(new Balance(20, 0, 20, 0));
    visits.outage.end();

    awaitStored(20);
  }

  @Test
  void goesOnAfterTheQueueWasDown() {
    direct.outage.begin();
    forwarder.start();
    append(20);
    direct.outage.end();

    awaitStored(20);
  }

  @Test
  void goesOnAfterAFault() {
    direct.fatal.forNext(2);
    forwarder.start();
    append(20);

    awaitStored(20);
  }

  @Test
  void goesOnAfterAnError() {
    direct.deliverTo(new Consumer<>() {
      private boolean failed;

      @Override
      public void accept(List<Visit> batch) {
        if (!failed) {
          failed = true;
          throw new StackOverflowError("deep");
        }
        recording.record(batch);
      }
    });
    forwarder.start();
    append(20);

    awaitStored(20);
  }

  @Test
  void goesOnAfterTheJournalThrewWhileItWasAwaited() throws InterruptedException {
    VisitJournal stumbling = spy(journal);
    doThrow(new IllegalStateException("a bug")).doCallRealMethod().when(stumbling).await(anyLong(), any());
    forwarder = forwarder(stumbling, direct);
    forwarder.start();
    append(20);

    awaitStored(20);
  }

  @Test
  void letsNoUnreadableEpochHoldUpTheOthers() {
    append(20);
    journal.unreadable.add(journal.current());
    journal.reopen();
    forwarder.start();
    append(200);

    awaitStored(200);
    journal.unreadable.clear();
    awaitStored(220);
  }

  @Test
  void passesOverDamage() {
    append(30);
    journal.damage(journal.current(), 0);
    journal.damage(journal.current(), 15);
    journal.damage(journal.current(), 29);
    forwarder.start();

    awaitStored(27);
    awaitBalance(new Balance(30, 30, 0, 0));
    assertThat(journal.released(journal.current())).isEqualTo(30);
  }

  @Test
  void forwardsWhatIsLeftWhenItIsClosed() {
    forwarder.start();
    append(500);
    forwarder.close();

    assertThat(visits.stored()).hasSize(500);
    assertThat(journal.released(journal.current())).isEqualTo(500);
    assertThat(forwarder.balance()).isEqualTo(new Balance(500, 500, 0, 0));
  }

  @Test
  void endsInTheMiddleOfAnOutageAndLosesNothing() {
    direct.outage.begin();
    forwarder.start();
    append(20);
    await().until(() -> journal.epochs().getFirst().end() == 20);
    Thread closing = Thread.ofPlatform().start(forwarder::close);
    await().until(() -> {
      clock.advance(Duration.ofSeconds(11));
      return !closing.isAlive();
    });

    direct.outage.end();
    forwarder = forwarder(journal, direct);
    forwarder.start();
    awaitStored(20);
  }

  @Test
  void canBeClosedBeforeItWasStarted() {
    forwarder.close();

    assertThat(visits.stored()).isEmpty();
  }

  @Test
  void countsEveryVisitOnceWhateverFails() {
    Random random = Seeds.fresh();
    HeapQueue queue = new HeapQueue(false);
    forwarder = forwarder(journal, queue);
    forwarder.start();
    int appended = 0;
    for (int step = 0; step < 600; step++) {
      int count = random.nextInt(8);
      append(count);
      appended += count;
      clock.advance(Duration.ofMillis(random.nextInt(3_000)));
      switch (random.nextInt(24)) {
        case 0 -> queue.outage.forNext(1);
        case 1 -> visits.outage.forNext(1 + random.nextInt(2));
        case 2 -> journal.readOutage.forNext(1);
        case 3 -> queue.lose();
        case 4 -> queue.repeat();
        case 5 -> queue.unconfirmedNext = 1;
        case 6 -> {
          forwarder.close();
          journal.reopen();
          forwarder = forwarder(journal, queue);
          forwarder.start();
        }
        default -> queue.handOver();
      }
    }
    int all = appended;
    await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(5)).until(() -> {
      clock.advance(Duration.ofSeconds(1));
      queue.handOver();
      return visits.stored().size() == all;
    });
    assertThat(journal.status().appended()).isEqualTo(all);
    await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
      clock.advance(Duration.ofSeconds(1));
      queue.handOver();
      assertThat(forwarder.balance().unsettled()).isZero();
      assertThat(forwarder.balance().appended()).isEqualTo(forwarder.balance().settled());
    });
  }

  @Test
  void releasesNothingThatIsNotStored() {
    Random random = Seeds.fresh();
    HeapQueue queue = new HeapQueue(false);
    forwarder = forwarder(journal, queue);
    forwarder.start();
    Epoch epoch = journal.current();
    for (int step = 0; step < 300; step++) {
      append(random.nextInt(5));
      clock.advance(Duration.ofMillis(random.nextInt(2_000)));
      if (random.nextInt(3) == 0) {
        queue.handOver();
      }
      long released = journal.released(epoch);
      Set<Long> stored = new HashSet<>();
      visits.stored().keySet().forEach(id -> stored.add(id.sequence()));
      for (long sequence = 0; sequence < released; sequence++) {
        assertThat(stored).contains(sequence);
      }
    }
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      journal.append(Samples.facts(LINK, clock.instant(), "")).join();
    }
  }

  private void awaitStored(int count) {
    await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
      clock.advance(Duration.ofMillis(100));
      assertThat(visits.stored()).hasSize(count);
    });
  }

  private void awaitBalance(Balance balance) {
    await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
      clock.advance(Duration.ofSeconds(1));
      assertThat(forwarder.balance()).isEqualTo(balance);
    });
  }
}
