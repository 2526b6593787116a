package dev.hexlink.keygen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that begins every answer and ends none. */
final class StuckServer implements AutoCloseable {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n";
  private final ServerSocket door;
  private final String beginning;
  private final CountDownLatch ended = new CountDownLatch(1);

  private StuckServer(ServerSocket door, String beginning) {
    this.door = door;
    this.beginning = beginning;
  }

  /** One that sends the head and so many bytes of the body. */
  static StuckServer afterBytes(int bytes) {
    try {
      StuckServer server = new StuckServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()),
          HEAD + "{\"stack\":\"java\"".substring(0, bytes));
      Thread.ofVirtual().start(server::serve);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  void awaitEndOfConnection() {
    try {
      if (!ended.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the connection is still open");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve() {
    try (Socket client = door.accept()) {
      client.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      readToTheEnd(client);
      ended.countDown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection may also end by a reset. */
  private static void readToTheEnd(Socket client) {
    try {
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
