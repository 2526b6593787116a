package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What carries bytes from one socket to another. One thread reads and another writes, so that what is under way for long holds up nothing. */
final class Pump {
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_UNDER_WAY = 1024;

  private final Socket from;
  private final Socket to;
  private final Way way;
  private final BooleanSupplier dead;
  private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(MOST_UNDER_WAY);
  private volatile boolean broken;

  Pump(Socket from, Socket to, Way way, BooleanSupplier dead) {
    this.from = from;
    this.to = to;
    this.way = way;
    this.dead = dead;
  }

  /** What is under way. */
  private sealed interface Piece {
    /** Some bytes, to go on at a moment of {@link System#nanoTime}. */
    final class Bytes implements Piece {
      private final byte[] content;
      private final long due;

      Bytes(byte[] content, long due) {
        this.content = content;
        this.due = due;
      }
    }

    /** The sender has ended. */
    record End() implements Piece {}

    /** The connection is to break. */
    record Break() implements Piece {}
  }

  /**
   * Runs until the sender has ended and everything has been handed on.
   *
   * @throws IOException if the connection broke
   */
  void run() throws IOException, InterruptedException {
    Thread writer = Thread.ofVirtual().start(this::writeAll);
    try {
      readAll();
    } catch (IOException e) {
      broken = true;
      throw e;
    } finally {
      if (broken) {
        underWay.clear();
      }
      underWay.put(new Piece.End());
      writer.join();
    }
    if (broken) {
      throw new SocketException("the connection broke");
    }
  }

  private void readAll() throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    byte[] buffer = new byte[MOST_BYTES];
    for (int read = in.read(buffer); read >= 0 && !broken; read = in.read(buffer)) {
      if (!dead.getAsBoolean()) {
        send(buffer, read);
      }
    }
  }

  private void send(byte[] buffer, int bytes) throws InterruptedException {
    int admitted = way.admit(bytes);
    underWay.put(new Piece.Bytes(Arrays.copyOf(buffer, admitted), System.nanoTime() + way.delayNanos()));
    if (admitted < bytes) {
      underWay.put(new Piece.Break());
    }
  }

  private void writeAll() {
    try {
      OutputStream out = to.getOutputStream();
      while (hasMore(out, underWay.take())) {
        // each is handed on as it is looked at
      }
      if (!dead.getAsBoolean()) {
        to.shutdownOutput();
      }
    } catch (IOException e) {
      giveUp();
    } catch (InterruptedException e) {
      giveUp();
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasMore(OutputStream out, Piece piece) throws IOException {
    return switch (piece) {
      case Piece.Bytes bytes -> {
        write(out, bytes);
        yield true;
      }
      case Piece.End() -> false;
      case Piece.Break() -> throw new SocketException("told to break");
    };
  }

  private void write(OutputStream out, Piece.Bytes piece) throws IOException {
    for (long left = piece.due - System.nanoTime(); left > 0; left = piece.due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    if (!dead.getAsBoolean()) {
      out.write(piece.content);
    }
  }

  /** Lets the reader end, whether it waits for bytes or for room. */
  private void giveUp() {
    broken = true;
    Sockets.reset(from);
    Sockets.reset(to);
    underWay.clear();
  }
}
