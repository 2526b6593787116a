package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.HealthCheck;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Asks whether RabbitMQ takes visits and gives them. */
@Singleton
@Named("rabbitmq")
final class RabbitHealthCheck implements HealthCheck {
  private final RabbitVisitQueue queue;

  RabbitHealthCheck(RabbitVisitQueue queue) {
    this.queue = queue;
  }

  @Override
  public String name() {
    return "rabbitmq";
  }

  @Override
  public Health check() {
    return queue.check();
  }
}
