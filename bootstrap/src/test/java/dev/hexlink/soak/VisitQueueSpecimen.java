package dev.hexlink.soak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.VisitQueueContract;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Visit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The queue on RabbitMQ, as it is and as it must not be. */
class VisitQueueSpecimen extends Specimen implements VisitQueueContract {
  @Override
  public VisitQueue newVisitQueue() {
    return open().queue();
  }

  @Override
  public Optional<VisitQueue> unreachableVisitQueue() {
    return Optional.empty();
  }

  @Test
  public void whatNoQueueTakesIsNotConfirmed(Seeded some) {
    try (VisitQueue queue = newVisitQueue()) {
      List<Visit> batch = some.visits(some.link(), 3).stream().map(ClassifiedVisit::visit).toList();
      queue.publish(batch);
      RawBroker.at(properties()).deleteVisits();
      assertThatThrownBy(() -> queue.publish(batch)).isInstanceOf(VisitQueueUnavailable.class);
    }
  }
}
