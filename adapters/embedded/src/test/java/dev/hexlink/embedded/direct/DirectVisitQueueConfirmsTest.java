package dev.hexlink.embedded.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectVisitQueueConfirmsTest {
  private final List<Visit> batch = List.of(visit(0), visit(1));
  private final List<List<Visit>> delivered = new ArrayList<>();

  @Test
  void whatTheWorkerDidIsConfirmed() {
    try (DirectVisitQueue queue = new DirectVisitQueue()) {
      queue.deliverTo(delivered::add);
      assertThat(queue.publish(batch)).containsExactlyInAnyOrder(batch.get(0).id(), batch.get(1).id());
      assertThat(delivered).containsExactly(batch);
    }
  }

  @Test
  void withoutAWorkerNothingIsConfirmed() {
    try (DirectVisitQueue queue = new DirectVisitQueue()) {
      assertThatThrownBy(() -> queue.publish(batch)).isInstanceOf(VisitQueueUnavailable.class);
    }
  }

  @Test
  void whatTheWorkerCouldNotDoIsNotConfirmed() {
    try (DirectVisitQueue queue = new DirectVisitQueue()) {
      VisitsUnavailable outage = new VisitsUnavailable("gone", new IllegalStateException());
      queue.deliverTo(_ -> {
        throw outage;
      });
      assertThatThrownBy(() -> queue.publish(batch)).isInstanceOf(VisitQueueUnavailable.class).hasCause(outage);
    }
  }

  @Test
  void afterTheEndNothingIsConfirmed() {
    DirectVisitQueue queue = new DirectVisitQueue();
    queue.deliverTo(delivered::add);
    queue.close();
    assertThatThrownBy(() -> queue.publish(batch)).isInstanceOf(VisitQueueUnavailable.class);
    assertThat(delivered).isEmpty();
  }

  private static Visit visit(long sequence) {
    LinkKey key = LinkKey.of(new ShortCode("abc"));
    return new Visit(new VisitId(new Epoch(1, 2), sequence), new VisitFacts(LinkId.of(Instant.EPOCH, 1, 2), key,
        Instant.EPOCH, Network.UNKNOWN, 0, "", "", false));
  }
}
