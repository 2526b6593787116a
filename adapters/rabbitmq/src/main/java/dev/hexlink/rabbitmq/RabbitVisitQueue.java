package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Channel;
import dev.hexlink.application.spi.HealthCheck.Health;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The queue on RabbitMQ. Nothing connects before it is needed, and what breaks is made anew by whoever needs it next. Letters are published on one
 * connection and read on another, as a broker that is short of memory stops reading the first.
 */
@Singleton
@Named("rabbitmq")
final class RabbitVisitQueue implements VisitQueue {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OutageLog outage = new OutageLog("RabbitMQ delivers no visits", "RabbitMQ delivers visits again.");
  private final List<LetterCarrier> carriers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Watchdog watchdog = new Watchdog();
  private final RabbitConfiguration configuration;
  private final RandomGenerator random;
  private final Publisher publisher;
  private final DeadLetters deadLetters;
  private final Line<Wire> reading;

  @Inject
  RabbitVisitQueue(RabbitConfiguration configuration, @Nullable RandomGenerator random) {
    this.configuration = configuration;
    this.random = random == null ? RandomGenerator.getDefault() : random;
    Dialer dialer = new Dialer(configuration, watchdog);
    this.publisher = new Publisher(dialer, this.random);
    this.deadLetters = new DeadLetters(publisher);
    this.reading = new Line<>("reader", dialer, wire -> {
      Topology.declare(wire.connection());
      return wire;
    }, this.random);
  }

  @Override
  public Set<VisitId> publish(List<Visit> batch) {
    refuseIfClosed();
    List<WrittenLetter> letters = LetterWriter.write(batch);
    if (letters.isEmpty()) {
      return Set.of();
    }
    BitSet confirmed = publisher.publish(Topology.VISITS, letters.stream().map(WrittenLetter::letter).toList());
    return confirmed.stream().mapToObj(letters::get).flatMap(letter -> letter.visits().stream()).map(Visit::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void deliverTo(Consumer<List<Visit>> worker) {
    Recording recording = new Recording(worker, deadLetters);
    IntStream.range(0, configuration.consumers())
        .mapToObj(_ -> new LetterCarrier(reading, configuration.prefetch(), recording, outage, random))
        .forEach(carriers::add);
    carriers.forEach(LetterCarrier::start);
  }

  /** Letters in the hands of other instances are not among those that wait, as a broker tells nobody but its administrators. */
  @Override
  public Depth depth() {
    return ask(wire -> wire.within(Deadline.in(PATIENCE), () -> {
      try (Channel channel = wire.connection().createChannel()) {
        long ready = channel.messageCount(Topology.VISITS) + channel.messageCount(Topology.RETRY);
        long inHand = carriers.stream().mapToLong(LetterCarrier::inHand).sum();
        return new Depth(ready + inHand, channel.messageCount(Topology.DEAD));
      }
    }));
  }

  @Override
  public long redrive() {
    return ask(deadLetters::redrive);
  }

  private <T> T ask(Question<T> question) {
    refuseIfClosed();
    Wire wire = reading.open(Deadline.in(PATIENCE));
    try {
      return question.of(wire);
    } catch (IOException e) {
      reading.drop(wire);
      throw new VisitQueueUnavailable("RabbitMQ does not tell: " + Reason.of(e), e);
    }
  }

  /** Something to be asked on the reading connection. */
  @FunctionalInterface
  private interface Question<T> {
    T of(Wire wire) throws IOException;
  }

  private void refuseIfClosed() {
    if (closed.get()) {
      throw new VisitQueueUnavailable("the queue is closed");
    }
  }

  /** Whether letters can be published and read, in bounded time. */
  Health check() {
    String failing = publisher.failing();
    if (!failing.isEmpty()) {
      return Health.down("takes no visits: " + failing);
    }
    try {
      var _ = depth();
      return Health.UP;
    } catch (VisitQueueUnavailable e) {
      return Health.down(Reason.of(e));
    }
  }

  @PreDestroy
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    carriers.forEach(LetterCarrier::stop);
    carriers.forEach(LetterCarrier::join);
    publisher.close();
    reading.close();
    watchdog.close();
  }
}
