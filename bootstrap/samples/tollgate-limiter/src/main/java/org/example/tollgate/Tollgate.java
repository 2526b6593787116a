package org.example.tollgate;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * The daemon that keeps the limits. One thread decides, one datagram after the other, so that each decision is atomic for whoever asks. It listens on
 * the loopback address.
 */
public final class Tollgate implements AutoCloseable {
  private static final int LONGEST_QUESTION = 1024;
  private final DatagramSocket socket;
  private final Buckets buckets;
  private final Thread thread = Thread.ofPlatform().name("tollgate").unstarted(this::serve);

  private Tollgate(DatagramSocket socket, LongSupplier clock) {
    this.socket = socket;
    this.buckets = new Buckets(clock);
  }

  /**
   * Opens it on a port of its own or, for 0, on one that is free.
   *
   * @param clock nanoseconds that only go forward
   */
  static Tollgate open(int port, LongSupplier clock) throws IOException {
    Tollgate tollgate = new Tollgate(new DatagramSocket(port, InetAddress.getLoopbackAddress()), clock);
    tollgate.thread.start();
    return tollgate;
  }

  /** @param args the port */
  public static void main(String[] args) throws IOException {
    Tollgate tollgate = open(Integer.parseInt(args[0]), System::nanoTime);
    System.out.println("The tollgate is open: " + tollgate.port());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Gives the port back; whoever asks from now on gets no answer. */
  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[LONGEST_QUESTION], LONGEST_QUESTION);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LONGEST_QUESTION);
        socket.receive(packet);
        String question = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        byte[] answer = answer(question).getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        continue; // closed, or an asker that is gone
      }
    }
  }

  private String answer(String question) {
    String[] words = question.split(" ", 5);
    try {
      return words[0].equals("take") && words.length == 5
          ? buckets.take(words[4], Integer.parseInt(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]))
          : "pong";
    } catch (NumberFormatException e) {
      return "what?";
    }
  }
}
