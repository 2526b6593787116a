package dev.hexlink.rabbitmq;

import dev.hexlink.application.spi.VisitQueueUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one connection for a purpose: made when it is needed, on a thread of its own so that callers can give up waiting, and made anew after it broke,
 * with growing pauses while that fails.
 *
 * @param <T> what the connection is used through
 */
final class Line<T> implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final String purpose;
  private final Dialer dialer;
  private final Setup<T> setup;
  private final Pause pause;
  private @Nullable CompletableFuture<Ready<T>> current;
  private Deadline nextDial = Deadline.in(Duration.ZERO);
  private boolean closed;

  Line(String purpose, Dialer dialer, Setup<T> setup, RandomGenerator random) {
    this.purpose = purpose;
    this.dialer = dialer;
    this.setup = setup;
    this.pause = new Pause(FIRST_PAUSE, LONGEST_PAUSE, random);
  }

  /** Makes what a new connection is used through. */
  @FunctionalInterface
  interface Setup<T> {
    T on(Wire wire) throws IOException, TimeoutException;
  }

  private record Ready<T>(Wire wire, T use) {}

  /**
   * What the open connection is used through.
   *
   * @throws VisitQueueUnavailable if there is none in time
   */
  T open(Deadline deadline) {
    try {
      return attempt().get(deadline.left(), TimeUnit.NANOSECONDS).use();
    } catch (ExecutionException e) {
      throw new VisitQueueUnavailable("RabbitMQ cannot be used: " + Reason.of(e), e);
    } catch (TimeoutException e) {
      throw new VisitQueueUnavailable("RabbitMQ cannot be used: no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VisitQueueUnavailable("interrupted while RabbitMQ was waited for", e);
    }
  }

  private CompletableFuture<Ready<T>> attempt() {
    lock.lock();
    try {
      if (closed) {
        throw new VisitQueueUnavailable("the queue is closed");
      }
      CompletableFuture<Ready<T>> known = current;
      if (known == null || isOver(known)) {
        CompletableFuture<Ready<T>> next = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("hexlink-rabbitmq-dial").start(() -> dial(next));
        current = next;
        return next;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is time for another attempt: this one made a connection that broke, or failed a while ago. */
  private boolean isOver(CompletableFuture<Ready<T>> attempt) {
    return switch (attempt.state()) {
      case RUNNING -> false;
      case SUCCESS -> !attempt.resultNow().wire().isOpen();
      case FAILED, CANCELLED -> nextDial.isOver();
    };
  }

  private void dial(CompletableFuture<Ready<T>> attempt) {
    try {
      Wire wire = dialer.dial(purpose);
      try {
        succeed(attempt, new Ready<>(wire, setup.on(wire)));
      } catch (IOException | TimeoutException | RuntimeException e) {
        wire.hangUp();
        throw e;
      }
    } catch (IOException | TimeoutException | RuntimeException | Error e) {
      fail(attempt, e);
    }
  }

  private void succeed(CompletableFuture<Ready<T>> attempt, Ready<T> ready) throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException("the queue is closed");
      }
      pause.reset();
      attempt.complete(ready);
    } finally {
      lock.unlock();
    }
  }

  private void fail(CompletableFuture<Ready<T>> attempt, Throwable failure) {
    lock.lock();
    try {
      nextDial = Deadline.in(pause.grow());
      attempt.completeExceptionally(failure);
    } finally {
      lock.unlock();
    }
  }

  /** Gives up a connection that is no good any more; the next to need one makes another. */
  void drop(T broken) {
    Wire wire = taken(broken);
    if (wire != null) {
      wire.cut();
    }
  }

  private @Nullable Wire taken(T broken) {
    lock.lock();
    try {
      Ready<T> ready = made(current);
      if (ready == null || !ready.use().equals(broken)) {
        return null;
      }
      current = null;
      return ready.wire();
    } finally {
      lock.unlock();
    }
  }

  private static <T> @Nullable Ready<T> made(@Nullable CompletableFuture<Ready<T>> attempt) {
    return attempt != null && attempt.state() == Future.State.SUCCESS ? attempt.resultNow() : null;
  }

  /** Closes the connection; there is no other after it. */
  @Override
  public void close() {
    Ready<T> ready = end();
    if (ready != null) {
      ready.wire().hangUp();
    }
  }

  private @Nullable Ready<T> end() {
    lock.lock();
    try {
      closed = true;
      Ready<T> ready = made(current);
      current = null;
      return ready;
    } finally {
      lock.unlock();
    }
  }
}
