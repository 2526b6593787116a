package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A network that fails at will: a port that hands everything on to a server, until told to be slow, to go dead or to break. It stays on its port, on
 * the loopback address, until it is closed.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final Duration LONGEST_HELD = Duration.ofSeconds(20);
  private static final Duration A_MOMENT = Duration.ofMillis(20);
  private static final int BACKLOG = 256;

  private final InetSocketAddress server;
  private final int port = FreePort.next();
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong accepted = new AtomicLong();
  private final Way toServer = new Way();
  private final Way fromServer = new Way();
  private volatile boolean dead;
  private @Nullable ServerSocket door;

  private FaultProxy(InetSocketAddress server) {
    this.server = server;
  }

  /** One that listens in front of a server, which need not run yet. */
  public static FaultProxy before(String host, int port) {
    FaultProxy proxy = new FaultProxy(new InetSocketAddress(host, port));
    proxy.open();
    return proxy;
  }

  public int port() {
    return port;
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** From now on answers arrive that much later; zero ends it. */
  public void latency(Duration latency) {
    fromServer.delay(latency);
  }

  /** Breaks all connections and refuses others, as a host does whose server is gone. */
  public synchronized void cut() {
    shut();
    breakAll();
  }

  /** From now on connections stay and others are accepted, but no byte gets through either way, as with a host that has lost its power. */
  public void halfOpen() {
    dead = true;
  }

  /**
   * Ends every fault. A connection that was half open is broken, as bytes were lost in it.
   */
  public synchronized void restore() {
    if (dead) {
      breakAll();
    }
    dead = false;
    fromServer.delay(Duration.ZERO);
    toServer.breakNever();
    fromServer.breakNever();
    if (door == null) {
      open();
    }
  }

  /** Once that many more bytes have gone to the server, in whichever connections, breaks the connection that would carry the next; once. */
  public void cutAfter(long bytes) {
    toServer.breakAfter(bytes);
  }

  /** Once that many more bytes have come from the server, in whichever connections, breaks the connection that would carry the next; once. */
  public void cutAfterFromServer(long bytes) {
    fromServer.breakAfter(bytes);
  }

  /** How many connections there are. */
  public int connections() {
    return connections.size();
  }

  /** How many connections have been accepted. */
  public long accepted() {
    return accepted.get();
  }

  /** How many bytes have gone to the server. */
  public long bytesToServer() {
    return toServer.carried();
  }

  /** How many bytes have come from the server and gone on. */
  public long bytesFromServer() {
    return fromServer.carried();
  }

  @Override
  public synchronized void close() {
    cut();
  }

  boolean isDead() {
    return dead;
  }

  private synchronized void open() {
    ServerSocket opened = bound();
    door = opened;
    Thread.ofVirtual().name("fault-proxy-", port).start(() -> acceptAll(opened));
  }

  /** A client that dialled while nobody listened may have met its own port, and then holds it for a moment. */
  private ServerSocket bound() {
    long giveUpAt = System.nanoTime() + LONGEST_HELD.toNanos();
    while (true) {
      try {
        return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
      } catch (BindException e) {
        if (System.nanoTime() - giveUpAt > 0) {
          throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(A_MOMENT.toNanos());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void shut() {
    Optional.ofNullable(door).ifPresent(Sockets::close);
    door = null;
  }

  private void acceptAll(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        Thread.ofVirtual().start(() -> serve(opened, client));
      } catch (IOException e) {
        Sockets.close(opened);
      }
    }
  }

  private void serve(ServerSocket opened, Socket client) {
    ProxiedConnection connection = new ProxiedConnection(client, this::isDead, toServer, fromServer);
    if (!isAdmitted(opened, connection)) {
      connection.breakOff();
      return;
    }
    accepted.incrementAndGet();
    try {
      connection.carry(server, CONNECT_MILLIS);
    } finally {
      connections.remove(connection);
    }
  }

  /** Not if the proxy was cut since it was accepted. */
  private synchronized boolean isAdmitted(ServerSocket opened, ProxiedConnection connection) {
    return !opened.isClosed() && connections.add(connection);
  }

  private void breakAll() {
    connections.forEach(ProxiedConnection::breakOff);
    connections.clear();
  }
}
