package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Delivery;
import dev.hexlink.domain.visit.Visit;
import java.util.List;

/** A letter in hand, and what could be read of it. */
record ReceivedLetter(Delivery delivery, Reading reading) {
  private static final String DIED = "x-death";

  static ReceivedLetter of(Delivery delivery) {
    return new ReceivedLetter(delivery, LetterReader.read(delivery.getBody()));
  }

  List<Visit> visits() {
    return reading.visits();
  }

  /** What its channel knows it by. */
  long tag() {
    return delivery.getEnvelope().getDeliveryTag();
  }

  /** Whether a worker failed on it before. */
  boolean cameBack() {
    var headers = delivery.getProperties().getHeaders();
    return headers != null && headers.containsKey(DIED);
  }
}
