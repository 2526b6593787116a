package dev.hexlink.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The queue of what cannot be read. */
final class DeadLetters {
  /** The header that says why a letter lies here. */
  static final String REASON = "reason";
  private static final Logger LOG = System.getLogger(DeadLetters.class.getName());
  private static final int MOST_IN_HAND = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Seldom warning = new Seldom();
  private final Publisher publisher;

  DeadLetters(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Puts letters aside, each with its reason; answers which of them lie here now, by their places. */
  BitSet take(List<ReceivedLetter> letters) {
    if (letters.isEmpty()) {
      return new BitSet();
    }
    try {
      BitSet taken = publisher.publish(Topology.DEAD, letters.stream().map(DeadLetters::dead).toList());
      taken.stream().mapToObj(letters::get).forEach(this::say);
      return taken;
    } catch (VisitQueueUnavailable e) {
      return new BitSet(); // they come again
    }
  }

  private void say(ReceivedLetter letter) {
    if (warning.isTime()) {
      LOG.log(Level.WARNING, "A letter cannot be read and is put aside: {0}", letter.reading().fault());
    }
  }

  /**
   * Sends what lies here on its way again, each letter at most once, though it may come back meanwhile.
   *
   * @return how many were sent
   * @throws VisitQueueUnavailable if they are not taken on; those that were not sent lie here again
   */
  long redrive(Wire wire) throws IOException {
    Channel channel = wire.within(Deadline.in(PATIENCE), wire.connection()::createChannel);
    try {
      return redrive(wire, channel);
    } finally {
      wire.within(Deadline.in(PATIENCE), () -> close(channel));
    }
  }

  private static boolean close(Channel channel) throws IOException {
    channel.abort();
    return true;
  }

  private long redrive(Wire wire, Channel channel) throws IOException {
    long sent = 0;
    long most = wire.within(Deadline.in(PATIENCE), () -> channel.messageCount(Topology.DEAD));
    while (sent < most) {
      int wanted = (int) Math.min(most - sent, MOST_IN_HAND);
      List<GetResponse> letters = wire.within(Deadline.in(PATIENCE), () -> next(channel, wanted));
      if (letters.isEmpty()) {
        return sent;
      }
      BitSet taken = publisher.publish(Topology.VISITS, letters.stream()
          .map(letter -> again(letter.getProps(), Map.of(), letter.getBody())).toList());
      sent += wire.within(Deadline.in(PATIENCE), () -> forget(taken.stream().mapToObj(letters::get).toList(), channel));
      if (taken.cardinality() < letters.size()) {
        throw new VisitQueueUnavailable("RabbitMQ took only some letters");
      }
    }
    return sent;
  }

  private static List<GetResponse> next(Channel channel, int most) throws IOException {
    List<GetResponse> letters = new ArrayList<>();
    GetResponse letter = channel.basicGet(Topology.DEAD, false);
    while (letter != null) {
      letters.add(letter);
      letter = letters.size() < most ? channel.basicGet(Topology.DEAD, false) : null;
    }
    return letters;
  }

  private static int forget(List<GetResponse> letters, Channel channel) throws IOException {
    for (GetResponse letter : letters) {
      channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
    }
    return letters.size();
  }

  private static OutgoingLetter dead(ReceivedLetter letter) {
    return again(letter.delivery().getProperties(), Map.of(REASON, letter.reading().fault()),
        letter.delivery().getBody());
  }

  private static OutgoingLetter again(AMQP.BasicProperties properties, Map<String, Object> headers, byte[] body) {
    return new OutgoingLetter(properties.getMessageId(), headers, body);
  }
}
