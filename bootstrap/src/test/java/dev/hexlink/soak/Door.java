package dev.hexlink.soak;

import dev.hexlink.bootstrap.endtoend.WireClient;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The way into one instance: its open connections, and whether it is worth trying. After a failure one request in a while tries it again. */
final class Door implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final long OPEN = 0;
  private static final long TRY_AGAIN_AFTER = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LONGEST_IDLE = TimeUnit.SECONDS.toNanos(10);

  private record Idle(WireClient wire, long since) {}

  private final InetSocketAddress address;
  private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
  private final AtomicLong shunnedUntil = new AtomicLong(OPEN);

  Door(int port) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Whether the next request should go here: not if it was shunned, but for the one that finds out how it is. */
  boolean admits() {
    long until = shunnedUntil.get();
    long now = System.nanoTime();
    return until == OPEN || (now - until >= 0 && shunnedUntil.compareAndSet(until, now + TRY_AGAIN_AFTER));
  }

  /** Lets requests go elsewhere for a while. */
  void shun() {
    shunnedUntil.set(System.nanoTime() + TRY_AGAIN_AFTER);
  }

  /** Makes an attempt. */
  Answer ask(Ask ask) throws IOException {
    WireClient wire = wire();
    try {
      Answer answer = wire.exchange(ask.method(), ask.path(), ask.headers(), ask.body());
      idle.push(new Idle(wire, System.nanoTime()));
      shunnedUntil.set(OPEN);
      return answer;
    } catch (IOException | RuntimeException e) {
      wire.close();
      close();
      shun();
      throw new IOException("broken off", e);
    }
  }

  /** Closes the connections that nobody uses. */
  @Override
  public void close() throws IOException {
    for (Idle each = idle.poll(); each != null; each = idle.poll()) {
      each.wire().close();
    }
  }

  private WireClient wire() throws IOException {
    for (Idle each = idle.poll(); each != null; each = idle.poll()) {
      if (System.nanoTime() - each.since() < LONGEST_IDLE) {
        return each.wire();
      }
      each.wire().close();
    }
    try {
      return new WireClient(address, TIMEOUT_MILLIS);
    } catch (IOException e) {
      shun();
      throw e;
    }
  }
}
