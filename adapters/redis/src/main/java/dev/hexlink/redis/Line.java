package dev.hexlink.redis;

import dev.hexlink.application.resilience.Degradation;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made in the background, hung up when it falls silent, and made anew until the server answers. Nobody waits for it but those who
 * come in the first moment. Nothing is sent twice: what was under way when a connection ended has failed.
 */
final class Line implements AutoCloseable {
  private static final int SILENCES_TO_HANG_UP = 3;
  private static final long SILENCE_TO_HANG_UP = Duration.ofMillis(100).toNanos();
  private static final long STEADY = Duration.ofSeconds(5).toNanos();
  private static final long BETWEEN_PINGS = Duration.ofSeconds(1).toNanos();
  private static final long FIRST_WAIT = Duration.ofMillis(250).toNanos();
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);

  private final Function<Duration, CompletionStage<Session>> dial;
  private final Duration patience;
  private final Degradation out;
  private volatile CompletableFuture<Session> session = new CompletableFuture<>();
  private volatile int silences;
  private @Nullable Session current;
  private boolean dialling;
  private boolean closed;
  private int failures;
  private long firstSilence;
  private long upSince;
  private long dialledAt;
  private long redialAt = System.nanoTime();
  private long pingAt;

  /**
   * @param dial makes a connection; is told how long the server may take for its first answer
   * @param patience how long a server that is well takes to answer, at most
   * @param out told while there is no connection
   */
  Line(Function<Duration, CompletionStage<Session>> dial, Duration patience, Degradation out) {
    this.dial = dial;
    this.patience = patience;
    this.out = out;
  }

  /** The connection; failed while there is none, and under way in the first moment. */
  CompletableFuture<Session> session() {
    return session;
  }

  /** Connects when it is time to, and sees whether the server still answers; is to be called often. */
  void tend() {
    Session asked;
    synchronized (this) {
      long now = System.nanoTime();
      asked = current;
      if (asked == null) {
        dialOrGiveUpWaiting(now);
        return;
      }
      if (now - pingAt < 0) {
        return;
      }
      pingAt = now + BETWEEN_PINGS;
    }
    ping(asked);
  }

  /** Notes an answer of whatever kind. */
  void answered() {
    if (silences > 0) {
      silences = 0;
    }
  }

  /** Notes that an answer did not come in time; several in a row, and the connection is given up. */
  synchronized void silent(Session asked) {
    if (!asked.equals(current)) {
      return;
    }
    long now = System.nanoTime();
    if (silences == 0) {
      firstSilence = now;
    }
    silences++;
    if (silences >= SILENCES_TO_HANG_UP && now - firstSilence >= SILENCE_TO_HANG_UP) {
      lose(asked, new NoAnswer("it does not answer in time"));
    }
  }

  /** Makes no further connection; the last one ends with whatever made it. */
  @Override
  public synchronized void close() {
    closed = true;
    goDown(new NoAnswer("the connection was closed"));
  }

  private void dialOrGiveUpWaiting(long now) {
    if (dialling) {
      if (now - dialledAt > FIRST_WAIT) {
        var _ = session.completeExceptionally(new NoAnswer("not yet connected"));
      }
    } else if (!closed && now - redialAt >= 0) {
      dialling = true;
      dialledAt = now;
      boolean first = !session.isDone();
      var _ = dialled(first ? FIRST_PATIENCE : patience).whenComplete(this::end);
    }
  }

  private void end(@Nullable Session fresh, @Nullable Throwable failure) {
    if (fresh != null) {
      goUp(fresh);
    } else if (failure != null) {
      fail(NoAnswer.because(failure));
    }
  }

  private CompletionStage<Session> dialled(Duration limit) {
    try {
      return dial.apply(limit);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private synchronized void goUp(Session fresh) {
    dialling = false;
    if (closed) {
      fresh.hangUp();
      return;
    }
    CompletableFuture<Session> awaited = session;
    current = fresh;
    silences = 0;
    upSince = System.nanoTime();
    pingAt = upSince + BETWEEN_PINGS;
    session = CompletableFuture.completedFuture(fresh);
    awaited.complete(fresh);
    out.end();
    fresh.connection().addListener(new Ending(fresh));
    if (!fresh.connection().isOpen()) {
      lose(fresh, new NoAnswer("the connection was cut"));
    }
  }

  private synchronized void fail(NoAnswer why) {
    dialling = false;
    failures++;
    if (!closed) {
      goDown(why);
      out.begin(why.reason());
    }
  }

  private synchronized void lose(Session lost, NoAnswer why) {
    if (lost.equals(current) && !closed) {
      failures = System.nanoTime() - upSince < STEADY ? failures + 1 : 0;
      goDown(why);
      out.begin(why.reason());
      lost.hangUp();
    }
  }

  private void goDown(NoAnswer why) {
    CompletableFuture<Session> awaited = session;
    current = null;
    session = CompletableFuture.failedFuture(why);
    awaited.completeExceptionally(why);
    redialAt = System.nanoTime() + RedialDelay.USUAL.after(failures, ThreadLocalRandom.current()).toNanos();
  }

  private void ping(Session asked) {
    var _ = asked.commands().ping().toCompletableFuture().orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete((_, failure) -> {
          if (failure instanceof TimeoutException) {
            silent(asked);
          } else {
            answered();
          }
        });
  }

  /** Hears of the end of a connection. */
  private final class Ending implements RedisConnectionStateListener {
    private final Session session;

    Ending(Session session) {
      this.session = session;
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      lose(session, new NoAnswer("the connection was cut"));
    }
  }
}
