package org.example.tollgate;

import dev.hexlink.application.spi.RateLimiter.Grant;
import dev.hexlink.application.spi.RateLimiter.Rate;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the tollgate: one datagram there, one back, or no answer when the time is over. */
@Singleton
final class TollgateClient {
  private static final int LONGEST_ANSWER = 128;
  private final InetSocketAddress address;
  private final Duration timeout;

  TollgateClient(TollgateConfiguration configuration) {
    this.address = new InetSocketAddress(configuration.host(), configuration.port());
    this.timeout = configuration.timeout();
  }

  /**
   * @throws IOException if there was no answer in time; the units may or may not be taken
   */
  Grant take(String bucket, int wanted, Rate rate) throws IOException {
    String[] answer = ask("take " + wanted + " " + rate.units() + " " + rate.per().toNanos() + " " + bucket).split(" ");
    if (answer.length != 4) {
      throw new IOException("the tollgate cannot be understood");
    }
    try {
      return new Grant(Integer.parseInt(answer[0]), Integer.parseInt(answer[1]),
          Duration.ofNanos(Long.parseLong(answer[2])), Duration.ofNanos(Long.parseLong(answer[3])));
    } catch (NumberFormatException e) {
      throw new IOException("the tollgate cannot be understood", e);
    }
  }

  /**
   * @throws IOException if there was no answer in time
   */
  void ping() throws IOException {
    ask("ping");
  }

  InetSocketAddress address() {
    return address;
  }

  private String ask(String question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(address);
      socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
      byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
      socket.send(new DatagramPacket(bytes, bytes.length));
      DatagramPacket answer = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
    }
  }
}
