package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.VisitQueueUnavailable;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Publishes letters on a connection of its own, which the broker stops reading when it is short of memory or disk. Never waits for long. */
final class Publisher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OutageLog outage = new OutageLog("RabbitMQ takes no visits", "RabbitMQ takes visits again.");
  private final Line<ConfirmChannel> line;

  Publisher(Dialer dialer, RandomGenerator random) {
    this.line = new Line<>("publisher", dialer, wire -> {
      Topology.declare(wire.connection());
      return ConfirmChannel.open(wire);
    }, random);
  }

  /**
   * Publishes letters to one of the exchanges.
   *
   * @return which of them were confirmed, by their places; the others may or may not arrive
   * @throws VisitQueueUnavailable if none was confirmed
   */
  BitSet publish(String exchange, List<OutgoingLetter> letters) {
    List<Fate> fates = fates(exchange, letters, Deadline.in(PATIENCE));
    BitSet confirmed = new BitSet(letters.size());
    IntStream.range(0, letters.size()).filter(i -> fates.get(i).confirmed()).forEach(confirmed::set);
    String why = fates.stream().filter(fate -> !fate.confirmed()).map(Fate::why).findFirst().orElse("");
    if (why.isEmpty()) {
      outage.works();
    } else {
      outage.failed(why);
    }
    if (confirmed.isEmpty() && !why.isEmpty()) {
      throw new VisitQueueUnavailable("RabbitMQ took nothing: " + why);
    }
    return confirmed;
  }

  private List<Fate> fates(String exchange, List<OutgoingLetter> letters, Deadline deadline) {
    ConfirmChannel channel = open(deadline);
    List<Fate> fates = channel.send(exchange, letters, deadline).stream().map(fate -> await(fate, deadline)).toList();
    if (!fates.stream().allMatch(Fate::usable)) {
      line.drop(channel);
    }
    return fates;
  }

  private ConfirmChannel open(Deadline deadline) {
    try {
      return line.open(deadline);
    } catch (VisitQueueUnavailable e) {
      outage.failed(Reason.of(e));
      throw e;
    }
  }

  private static Fate await(CompletableFuture<Fate> fate, Deadline deadline) {
    try {
      return fate.get(deadline.left(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Fate.LATE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Fate.lost("interrupted while a confirmation was waited for");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fate is told, never thrown", e);
    }
  }

  /** Why nothing is taken; empty when it is, as far as is known. */
  String failing() {
    return outage.why();
  }

  @Override
  public void close() {
    line.close();
  }
}
