package dev.hexlink.application.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.fakes.HeapJournal;
import dev.hexlink.application.fakes.HeapQueue;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EpochDeliveryTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Link LINK = Samples.link("link");

  private final HeapJournal journal = new HeapJournal();
  private final HeapQueue queue = new HeapQueue(false);
  private final HeapVisits visits = new HeapVisits();
  private final MutableClock clock = new MutableClock();
  private final Epoch epoch = journal.current();

  private EpochDelivery delivery() {
    return new EpochDelivery(journal.epochs().getFirst(), clock.instant());
  }

  @Test
  void publishesEverythingInOrder() {
    append(10);
    EpochDelivery delivery = delivery();
    look(delivery);

    assertThat(publish(delivery, 4)).isEqualTo(4);
    publishAll(delivery, 4);
    assertThat(queue.published).containsExactlyElementsOf(ids(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertThat(publish(delivery, 4)).isZero();
  }

  @Test
  void publishesOnlyWhatIsNotSettled() {
    append(10);
    settle(0, 1, 2, 5, 8, 9);
    EpochDelivery delivery = delivery();
    look(delivery);
    publishAll(delivery, 2);

    assertThat(queue.published).containsExactlyElementsOf(ids(3, 4, 6, 7));
    assertThat(delivery.published()).isEqualTo(10);
  }

  @Test
  void beginsWithWhatIsNotReleased() {
    append(10);
    journal.release(epoch, 7);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);

    assertThat(queue.published).containsExactlyElementsOf(ids(7, 8, 9));
  }

  @Test
  void releasesOnlyWhatIsSettled() {
    append(10);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    look(delivery);
    assertThat(journal.released(epoch)).as("published is not settled").isZero();

    settle(0, 1, 2, 4, 5);
    look(delivery);
    assertThat(journal.released(epoch)).isEqualTo(3);
    settle(3);
    look(delivery);
    assertThat(journal.released(epoch)).isEqualTo(6);
  }

  @Test
  void letsNoDamageKeepTheOthersFromBeingReleased() {
    append(12);
    LongStream.of(0, 3, 4, 5, 10, 11).forEach(sequence -> journal.damage(epoch, sequence));
    EpochDelivery delivery = delivery();
    publishAll(delivery, 3);
    settle(1, 2, 6, 7, 8, 9);
    look(delivery);

    assertThat(queue.published).containsExactlyElementsOf(ids(1, 2, 6, 7, 8, 9));
    assertThat(journal.released(epoch)).isEqualTo(12);
    assertThat(delivery.settledWithin(0, 12)).isEqualTo(12);
  }

  @Test
  void takesNothingForDamagedThatCameLater() {
    append(3);
    journal.damage(epoch, 2);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    append(2);
    publishAll(delivery, 10);
    settle(0, 1);
    look(delivery);

    assertThat(queue.published).containsExactlyElementsOf(ids(0, 1, 3, 4));
    assertThat(journal.released(epoch)).isEqualTo(3);
  }

  @Test
  void publishesAgainWhatWasNotConfirmed() {
    append(5);
    EpochDelivery delivery = delivery();
    queue.unconfirmedNext = 1;
    assertThatThrownBy(() -> publish(delivery, 10)).isInstanceOf(VisitQueueUnavailable.class);
    assertThat(publish(delivery, 10)).isEqualTo(5);

    assertThat(queue.published).hasSize(10);
  }

  @Test
  void publishesAgainWhatStaysUnsettledTooLong() {
    append(5);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    settle(0, 1, 3);
    look(delivery);
    clock.advance(PATIENCE);
    look(delivery);
    publishAll(delivery, 10);
    assertThat(queue.published).as("not yet").hasSize(5);

    clock.advance(Duration.ofMillis(1));
    look(delivery);
    publishAll(delivery, 10);
    assertThat(queue.published.subList(5, queue.published.size())).containsExactlyElementsOf(ids(2, 4));
  }

  @Test
  void isPatientWhileLettersWaitInTheQueue() {
    append(1);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    look(delivery, true);
    clock.advance(PATIENCE.multipliedBy(10));
    look(delivery, true);
    publishAll(delivery, 10);
    assertThat(queue.published).as("it is most likely in the queue").hasSize(1);

    clock.advance(Duration.ofMillis(1));
    look(delivery, true);
    publishAll(delivery, 10);
    assertThat(queue.published).hasSize(2);
  }

  @Test
  void publishesEverMoreSeldomWhatStaysUnsettled() {
    append(1);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    look(delivery);
    for (int minute = 0; minute < 60; minute++) {
      clock.advance(PATIENCE.plusMillis(1));
      look(delivery);
      publishAll(delivery, 10);
    }

    assertThat(queue.published).as("after 1, 3, 7, 15, 31 minutes").hasSize(6);
  }

  @Test
  void isAsPatientAsAtFirstWhenSomethingWasSettled() {
    append(2);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    look(delivery);
    for (int minute = 0; minute < 3; minute++) {
      clock.advance(PATIENCE.plusMillis(1));
      look(delivery);
      publishAll(delivery, 10);
    }
    settle(0);
    look(delivery);
    int published = queue.published.size();
    clock.advance(PATIENCE.plusMillis(1));
    look(delivery);
    publishAll(delivery, 10);

    assertThat(queue.published).hasSize(published + 1);
  }

  @Test
  void countsItsPatienceFromThePublishingNotFromTheLastVisitBefore() {
    append(1);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    settle(0);
    look(delivery);
    clock.advance(Duration.ofHours(1));
    look(delivery);
    append(1);
    publishAll(delivery, 10);
    clock.advance(Duration.ofSeconds(1));
    look(delivery);
    publishAll(delivery, 10);

    assertThat(queue.published).hasSize(2);
  }

  @Test
  void publishesALostVisitAgainThoughOthersGoOn() {
    append(1);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    for (int i = 1; i <= 100; i++) {
      append(1);
      publishAll(delivery, 10);
      settle(i);
      clock.advance(Duration.ofSeconds(1));
      look(delivery);
    }

    assertThat(queue.published.stream().filter(id -> id.sequence() == 0)).hasSize(2);
  }

  @Test
  void goesOnWithoutRepetitionWhileSettlingIsSlowButSteady() {
    append(100);
    EpochDelivery delivery = delivery();
    publishAll(delivery, 10);
    for (int i = 0; i < 100; i++) {
      clock.advance(Duration.ofSeconds(30));
      settle(i);
      look(delivery);
      publishAll(delivery, 10);
    }

    assertThat(queue.published).hasSize(100);
  }

  private void append(int count) {
    IntStream.range(0, count).forEach(
        _ -> journal.append(Samples.facts(LINK, clock.instant(), "")).join());
  }

  private void settle(long... sequences) {
    visits.settle(Arrays.stream(sequences)
        .mapToObj(sequence -> new ClassifiedVisit(Samples.visit(epoch, sequence, LINK), Traits.UNKNOWN)).toList());
  }

  private void look(EpochDelivery delivery) {
    look(delivery, false);
  }

  private void look(EpochDelivery delivery, boolean letters) {
    delivery.learn(visits);
    delivery.release(journal, journal.released(epoch), new Patience(PATIENCE, letters), clock.instant());
  }

  private long publish(EpochDelivery delivery, int batch) {
    return delivery.publishNext(journal, queue, journal.status().appended(), batch);
  }

  private void publishAll(EpochDelivery delivery, int batch) {
    while (delivery.published() < journal.status().appended()) {
      publish(delivery, batch);
    }
  }

  private List<VisitId> ids(long... sequences) {
    return Arrays.stream(sequences).mapToObj(sequence -> new VisitId(epoch, sequence)).toList();
  }
}
