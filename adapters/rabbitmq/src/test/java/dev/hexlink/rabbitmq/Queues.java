package dev.hexlink.rabbitmq;

import java.util.List;
import java.util.Random;

/** Queues to test. */
final class Queues {
  private Queues() {}

  /** A queue with the usual settings. */
  static RabbitVisitQueue at(String uri) {
    return at(uri, 64, 2);
  }

  static RabbitVisitQueue at(String uri, int prefetch, int consumers) {
    return new RabbitVisitQueue(new RabbitConfiguration(uri, List.of(), null, prefetch, consumers), new Random());
  }
}
