package dev.hexlink.keygen;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Calls over HTTP that end in time, whatever the other side does. Whoever waits for one is not interruptible, and keeps its interrupt. */
final class Calls implements AutoCloseable {
  private final Duration timeout;
  private final HttpClient client;

  /**
   * @param timeout for a whole call; half of it for the connection
   */
  Calls(Duration timeout) {
    this.timeout = timeout;
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout.dividedBy(2)).build();
  }

  /**
   * Sends a request that may be repeated: a kept connection that the other side has closed meanwhile is found out by using it.
   *
   * @throws HttpTimeoutException if there was no whole answer in time
   * @throws IOException if there was none for another reason
   */
  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      return once(request, deadline);
    } catch (HttpTimeoutException | ConnectException e) {
      throw e;
    } catch (IOException lost) {
      return once(request, deadline);
    }
  }

  private HttpResponse<byte[]> once(HttpRequest.Builder request, long deadline) throws IOException {
    try {
      return client.sendAsync(request.timeout(until(deadline)).build(), _ -> new ShortBody(until(deadline))).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** The client takes no time that is not positive. */
  private static Duration until(long deadline) {
    return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
  }

  Duration timeout() {
    return timeout;
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
