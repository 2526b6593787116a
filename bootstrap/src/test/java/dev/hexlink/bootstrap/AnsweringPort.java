package dev.hexlink.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A port of the loopback address where everybody gets the same answer. */
final class AnsweringPort implements AutoCloseable {
  private final ServerSocket door;
  private final String answer;

  private AnsweringPort(ServerSocket door, String answer) {
    this.door = door;
    this.answer = answer;
  }

  static AnsweringPort open(int port, String answer) throws IOException {
    AnsweringPort opened = new AnsweringPort(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), answer);
    Thread.ofVirtual().start(opened::answerAll);
    return opened;
  }

  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answerAll() {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        client.shutdownOutput();
        client.getInputStream().readAllBytes();
      } catch (IOException e) {
        // the door is closed, or the client is gone
      }
    }
  }
}
