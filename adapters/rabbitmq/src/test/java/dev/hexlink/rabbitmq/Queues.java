package dev.hexlink.rabbitmq;

import java.util.List;
import java.util.Random;

/** Queues to test. */
final class Queues {
  private Queues() {}

  /** A queue with the usual settings. */
  static RabbitVisitQueue at(String uri) {
    return new RabbitVisitQueue(configuration(uri), new Random());
  }

  static RabbitConfiguration configuration(String uri) {
    return new RabbitConfiguration(uri, List.of(), null, 64, 2);
  }
}
