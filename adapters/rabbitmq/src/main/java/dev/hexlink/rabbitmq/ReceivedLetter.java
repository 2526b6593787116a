package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Delivery;
import dev.hexlink.domain.visit.Visit;
import java.util.List;

/** A letter in hand, and what could be read of it. */
record ReceivedLetter(Delivery delivery, Reading reading) {
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
}
