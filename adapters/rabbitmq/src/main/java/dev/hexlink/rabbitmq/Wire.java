package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * An open connection to the broker, and the socket under it. A write hangs for as long as the broker reads nothing, and closing the connection in
 * order would hang behind it; only cutting the socket frees both.
 */
final class Wire {
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

  private final Connection connection;
  private final Socket socket;
  private final Watchdog watchdog;

  Wire(Connection connection, Socket socket, Watchdog watchdog) {
    this.connection = connection;
    this.socket = socket;
    this.watchdog = watchdog;
  }

  Connection connection() {
    return connection;
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  /**
   * Asks something of the broker, and cuts the wire when that has not returned in time.
   *
   * @throws IOException if it failed, or was not over in time
   */
  <T> T within(Deadline deadline, Call<T> call) throws IOException {
    try (Watchdog.Watch _ = watchdog.over(deadline, this::cut)) {
      return call.run();
    } catch (TimeoutException e) {
      throw late(e);
    } catch (IOException | ShutdownSignalException e) {
      throw deadline.isOver() ? late(e) : new IOException(Reason.of(e), e);
    }
  }

  private static IOException late(Exception cause) {
    IOException late = new SocketTimeoutException("no answer in time");
    late.initCause(cause);
    return late;
  }

  /** Closes the connection in order if the broker plays along, and in any case. */
  void hangUp() {
    Deadline deadline = Deadline.in(LONGEST_GOODBYE);
    try (Watchdog.Watch _ = watchdog.over(deadline, this::cut)) {
      connection.close((int) LONGEST_GOODBYE.toMillis());
    } catch (IOException | ShutdownSignalException e) {
      cut();
    }
  }

  /** Closes the socket, whatever hangs in it: without lingering, a TLS socket does not wait for a write to end. */
  void cut() {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      return; // closed already
    }
  }
}
