package dev.hexlink.embedded.direct;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.contracts.VisitQueueContract;
import java.util.Optional;

class DirectVisitQueueTest implements VisitQueueContract {
  @Override
  public VisitQueue newVisitQueue() {
    return new DirectVisitQueue();
  }

  @Override
  public Optional<VisitQueue> unreachableVisitQueue() {
    return Optional.of(new DirectVisitQueue());
  }
}
