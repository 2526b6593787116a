package dev.hexlink.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BasicProperties;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A channel that sends letters and tells what came of each. Several may be under way. */
final class ConfirmChannel {
  private static final String CONTENT_TYPE = "application/json";
  private static final int PERSISTENT = 2;

  private final ReentrantLock sending = new ReentrantLock();
  private final NavigableMap<Long, CompletableFuture<Fate>> outstanding = new ConcurrentSkipListMap<>();
  private final Wire wire;
  private final Channel channel;
  private volatile String alarm = "";

  private ConfirmChannel(Wire wire, Channel channel) {
    this.wire = wire;
    this.channel = channel;
  }

  /** Opens the one channel of a connection. */
  static ConfirmChannel open(Wire wire) throws IOException {
    ConfirmChannel confirms = new ConfirmChannel(wire, wire.connection().createChannel());
    confirms.listen();
    confirms.channel.confirmSelect();
    return confirms;
  }

  private void listen() {
    channel.addConfirmListener((number, multiple) -> settle(number, multiple, Fate.CONFIRMED),
        (number, multiple) -> settle(number, multiple, Fate.REFUSED));
    channel.addReturnListener(returned -> settle(numberOf(returned.getProperties()), false, Fate.RETURNED));
    channel.addShutdownListener(shutdown -> settleAll(Fate.lost(Reason.of(shutdown))));
    wire.connection().addBlockedListener(this::block, () -> alarm = "");
  }

  private void block(String reason) {
    alarm = reason.isBlank() ? "an alarm" : reason;
    settleAll(Fate.blocked(alarm));
  }

  /** Sends letters, one after the other. Their fates are told in the same order, as they become known. */
  List<CompletableFuture<Fate>> send(String exchange, List<OutgoingLetter> letters, Deadline deadline) {
    List<CompletableFuture<Fate>> fates = letters.stream().map(_ -> new CompletableFuture<Fate>()).toList();
    try {
      lock(deadline);
      try {
        wire.within(deadline, () -> sendAll(exchange, letters, fates));
      } finally {
        sending.unlock();
      }
    } catch (IOException e) {
      Fate lost = Fate.lost(Reason.of(e));
      fates.forEach(fate -> fate.complete(lost));
    }
    return fates;
  }

  private void lock(Deadline deadline) throws IOException {
    try {
      if (!sending.tryLock(deadline.left(), TimeUnit.NANOSECONDS)) {
        throw new IOException("others send for too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while others send", e);
    }
  }

  private int sendAll(String exchange, List<OutgoingLetter> letters, List<CompletableFuture<Fate>> fates)
      throws IOException {
    int sent = 0;
    for (; sent < letters.size(); sent++) {
      send(exchange, letters.get(sent), fates.get(sent));
    }
    return sent;
  }

  private void send(String exchange, OutgoingLetter letter, CompletableFuture<Fate> fate) throws IOException {
    long number = channel.getNextPublishSeqNo();
    outstanding.put(number, fate);
    if (alarm.isEmpty()) {
      channel.basicPublish(exchange, exchange, true, properties(letter, number), letter.body());
    } else {
      settle(number, false, Fate.blocked(alarm));
    }
  }

  /** The number comes back with a letter that nobody takes, which is how that is known. */
  private static AMQP.BasicProperties properties(OutgoingLetter letter, long number) {
    return new AMQP.BasicProperties.Builder().contentType(CONTENT_TYPE).deliveryMode(PERSISTENT).messageId(letter.id())
        .correlationId(Long.toString(number)).headers(letter.headers()).build();
  }

  private static long numberOf(BasicProperties returned) {
    return Long.parseLong(returned.getCorrelationId());
  }

  private void settle(long number, boolean multiple, Fate fate) {
    Map<Long, CompletableFuture<Fate>> settled = multiple
        ? outstanding.headMap(number, true)
        : outstanding.subMap(number, true, number, true);
    settled.values().removeIf(letter -> {
      letter.complete(fate);
      return true;
    });
  }

  private void settleAll(Fate fate) {
    settle(Long.MAX_VALUE, true, fate);
  }
}
