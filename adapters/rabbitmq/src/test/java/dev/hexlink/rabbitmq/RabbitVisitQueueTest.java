package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.contracts.VisitQueueContract;
import dev.hexlink.contracts.servers.TestBroker;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@Tag("server")
@TestInstance(Lifecycle.PER_CLASS)
class RabbitVisitQueueTest implements VisitQueueContract {
  private TestBroker broker;

  @BeforeAll
  void create() {
    broker = TestBroker.create();
  }

  @AfterAll
  void delete() {
    broker.close();
  }

  @Override
  public VisitQueue newVisitQueue() {
    return Queues.at(broker.uri());
  }

  /** Where nobody listens. */
  @Override
  public Optional<VisitQueue> unreachableVisitQueue() {
    return Optional.of(Queues.at("amqp://guest:guest@localhost:1"));
  }
}
