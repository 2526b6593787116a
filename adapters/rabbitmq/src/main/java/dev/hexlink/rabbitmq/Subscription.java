package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A channel that takes letters from the queue and says what has become of them, in the order in which they were taken. */
final class Subscription {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Wire wire;
  private final Channel channel;
  private final Inbox inbox;

  private Subscription(Wire wire, Channel channel) {
    this.wire = wire;
    this.channel = channel;
    this.inbox = new Inbox(channel);
  }

  /** @param prefetch how many letters the broker gives before it hears of the first */
  static Subscription open(Wire wire, int prefetch) throws IOException {
    return wire.within(Deadline.in(PATIENCE), () -> {
      Subscription subscription = new Subscription(wire, wire.connection().createChannel());
      subscription.begin(prefetch);
      return subscription;
    });
  }

  private void begin(int prefetch) throws IOException {
    channel.addShutdownListener(_ -> inbox.end());
    channel.basicQos(prefetch);
    channel.basicConsume(Topology.VISITS, false, inbox);
  }

  /** Waits for letters; empty when there will be no more. */
  List<ReceivedLetter> take() {
    try {
      return inbox.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a carrier", e);
    }
  }

  /**
   * Lets the broker forget letters that were taken, and have others come again.
   *
   * @param again the tags of the latter
   */
  void settle(List<ReceivedLetter> letters, Set<Long> again) throws IOException {
    wire.within(Deadline.in(PATIENCE), () -> {
      if (again.isEmpty()) {
        channel.basicAck(letters.getLast().tag(), true);
      } else {
        settleEach(letters, again);
      }
      return letters.size();
    });
    inbox.done(letters.size());
  }

  private void settleEach(List<ReceivedLetter> letters, Set<Long> again) throws IOException {
    for (ReceivedLetter letter : letters) {
      if (again.contains(letter.tag())) {
        channel.basicReject(letter.tag(), false);
      } else {
        channel.basicAck(letter.tag(), false);
      }
    }
  }

  /** Ends the taking of letters, also for whoever waits for one. */
  void end() {
    inbox.end();
  }

  int inHand() {
    return inbox.inHand();
  }

  /** Why there are no more letters, as far as the broker said. */
  String whyEnded() {
    return channel.getCloseReason() == null ? "it deleted the queue" : Reason.of(channel.getCloseReason());
  }
}
