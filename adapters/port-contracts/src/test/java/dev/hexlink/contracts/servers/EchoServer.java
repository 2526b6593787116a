package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that sends back what it is sent. */
final class EchoServer implements AutoCloseable {
  private final ServerSocket door;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();

  private EchoServer(ServerSocket door) {
    this.door = door;
  }

  static EchoServer start() {
    try {
      EchoServer server = new EchoServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(server::acceptAll);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  long received() {
    return received.get();
  }

  @Override
  public void close() {
    Sockets.close(door);
  }

  private void acceptAll() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException e) {
        close();
      }
    }
  }

  private void echo(Socket client) {
    connections.incrementAndGet();
    byte[] buffer = new byte[8192];
    try (client) {
      for (int read = client.getInputStream().read(buffer); read >= 0; read = client.getInputStream().read(buffer)) {
        received.addAndGet(read);
        client.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException e) {
      // its client is gone
    } finally {
      connections.decrementAndGet();
    }
  }
}
