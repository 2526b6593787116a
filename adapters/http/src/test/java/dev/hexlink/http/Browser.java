package dev.hexlink.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A client that follows nothing and hides nothing. */
public final class Browser {
  private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
      .version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  public Browser(URI server) {
    this.server = server;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public HttpResponse<String> post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  public HttpResponse<String> sendBytes(String method, String path, byte[] body, String... headers) {
    return exchange(method, path, BodyPublishers.ofByteArray(body), headers);
  }

  /** Sends a request; a body goes as JSON unless the headers name a content type. */
  public HttpResponse<String> send(String method, String path, @Nullable String body,
      String... headers) {
    return exchange(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
  }

  private HttpResponse<String> exchange(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(20))
        .header("Accept", "*/*").method(method, body);
    if (body.contentLength() != 0 || method.equals("POST") || method.equals("PATCH")) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
