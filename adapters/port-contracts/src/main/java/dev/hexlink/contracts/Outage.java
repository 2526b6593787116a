package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;

import dev.hexlink.application.spi.PortUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What an adapter does whose server cannot be reached. No call is interrupted, as some stores do not survive it. */
public final class Outage {
  /** A call that has not returned by then has no bound. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private Outage() {}

  /** The unreachable adapter; where there can be none, the case is reported as skipped, for the record. */
  public static <T> T of(Optional<T> unreachable) {
    return unreachable
        .orElseThrow(() -> new TestAbortedException("this adapter has nothing that could be unreachable"));
  }

  /** A call gives no answer: it says so by its port's own exception, in bounded time. */
  public static void isSaid(Class<? extends PortUnavailable> type, ThrowingCallable call) {
    Optional<Throwable> thrown = outcome(call);
    assertThat(thrown).as("an outage is said, never answered").isPresent();
    assertThat(thrown.get()).isInstanceOf(type);
  }

  /** A call goes on without the server, in bounded time. */
  public static void isBorne(ThrowingCallable call) {
    outcome(call).ifPresent(thrown -> fail("an outage is no failure here", thrown));
  }

  private static Optional<Throwable> outcome(ThrowingCallable call) {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread caller = Thread.ofPlatform().daemon().name("outage").start(() -> thrown.set(catchThrowable(call)));
    join(caller);
    assertThat(caller.isAlive()).as("still waiting after %s", PATIENCE).isFalse();
    return Optional.ofNullable(thrown.get());
  }

  private static void join(Thread caller) {
    try {
      caller.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted while waiting for an outage to be said", e);
    }
  }
}
