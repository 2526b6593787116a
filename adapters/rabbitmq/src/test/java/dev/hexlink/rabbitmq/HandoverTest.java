package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.domain.visit.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
  private final Seeded some = new Seeded(1);
  private final Set<Visit> recorded = new HashSet<>();
  private int calls;

  @Test
  void aBatchIsHandedOverAtOnce() {
    List<ReceivedLetter> letters = letters(3, 10);
    Handover handover = handover(Set.of());
    assertThat(handover.run(letters)).isEmpty();
    assertThat(calls).isEqualTo(1);
    assertThat(handover.isFruitless()).isFalse();
    assertThat(handover.failure()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 998, 999})
  void aBadVisitTakesNoOtherAlong(int bad) {
    ReceivedLetter letter = letters(1, 1_000).getFirst();
    Handover handover = handover(Set.of(letter.visits().get(bad)));
    assertThat(handover.run(List.of(letter))).containsExactly(letter.tag());
    assertThat(recorded).hasSize(999);
    assertThat(handover.isFruitless()).isFalse();
  }

  @Test
  void threeBadVisitsTakeNoOtherAlong() {
    ReceivedLetter letter = letters(1, 1_000).getFirst();
    Set<Visit> bad = Set.of(letter.visits().get(100), letter.visits().get(400), letter.visits().get(900));
    handover(bad).run(List.of(letter));
    assertThat(recorded).hasSize(997);
  }

  @Test
  void aBadLetterTakesNoOtherAlong() {
    List<ReceivedLetter> letters = letters(5, 100);
    assertThat(handover(new HashSet<>(letters.get(1).visits())).run(letters)).containsExactly(letters.get(1).tag());
    assertThat(recorded).hasSize(400);
    assertThat(calls).isLessThan(40);
  }

  @Test
  void nothingIsTriedFurtherWhenTheStoreIsAway() {
    List<ReceivedLetter> letters = letters(5, 100);
    Handover handover = new Handover(_ -> {
      calls++;
      throw new VisitsUnavailable("away", new IllegalStateException());
    });
    assertThat(handover.run(letters)).hasSize(5);
    assertThat(calls).isEqualTo(1);
    assertThat(handover.isAway()).isTrue();
    assertThat(handover.isFruitless()).isTrue();
  }

  @Test
  void whatWasDoneBeforeTheStoreWentAwayIsDone() {
    List<ReceivedLetter> letters = letters(5, 1);
    Visit bad = letters.get(0).visits().getFirst();
    Handover handover = new Handover(batch -> {
      if (batch.contains(bad)) {
        throw new IllegalStateException("bad");
      }
      if (batch.contains(letters.get(3).visits().getFirst())) {
        throw new VisitsUnavailable("away", new IllegalStateException());
      }
    });
    assertThat(handover.run(letters)).containsExactlyInAnyOrder(1L, 4L, 5L);
  }

  @Test
  void anErrorIsNoReasonToGiveUp() {
    List<ReceivedLetter> letters = letters(1, 1);
    Handover handover = new Handover(_ -> {
      throw new StackOverflowError();
    });
    assertThat(handover.run(letters)).containsExactly(1L);
    assertThat(handover.isFruitless()).isTrue();
  }

  private Handover handover(Set<Visit> bad) {
    Consumer<List<Visit>> worker = batch -> {
      calls++;
      if (batch.stream().anyMatch(bad::contains)) {
        throw new IllegalStateException("bad");
      }
      recorded.addAll(batch);
    };
    return new Handover(worker);
  }

  private List<ReceivedLetter> letters(int count, int visits) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(tag -> new ReceivedLetter(
            new Delivery(new Envelope(tag, false, "", ""), new AMQP.BasicProperties(), new byte[0]),
            new Reading(SomeVisits.of(some, visits), "")))
        .toList();
  }
}
