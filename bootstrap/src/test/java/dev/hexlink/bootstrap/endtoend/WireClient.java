package dev.hexlink.bootstrap.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One keep-alive connection that speaks plain HTTP/1.1, one request at a time: cheap enough that the server is what is measured. */
public final class WireClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  /** An answer: status, headers by lower-case name, body. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final Socket socket = new Socket();
  private final InputStream in;

  WireClient(InetSocketAddress address) throws IOException {
    this(address, TIMEOUT_MILLIS);
  }

  /**
   * @param timeoutMillis how long a connection or an answer may take
   */
  public WireClient(InetSocketAddress address, int timeoutMillis) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(timeoutMillis);
    socket.connect(address, timeoutMillis);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  public Answer get(String path) throws IOException {
    return exchange("GET", path, Map.of(), "");
  }

  public Answer post(String path, String json) throws IOException {
    return exchange("POST", path, Map.of("Content-Type", "application/json"), json);
  }

  public Answer exchange(String method, String path, Map<String, String> headers, String body) throws IOException {
    byte[] payload = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(256).append(method).append(' ').append(path)
        .append(" HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (payload.length > 0) {
      head.append("Content-Length: ").append(payload.length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(payload);
    request.writeTo(socket.getOutputStream());
    return read(method.equals("HEAD"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private Answer read(boolean withoutBody) throws IOException {
    int status = Integer.parseInt(readLine().split(" ")[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Answer(status, headers, withoutBody || status == 204 ? "" : readBody(headers));
  }

  private String readBody(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
        body.writeBytes(readExactly(size));
        readLine();
      }
      readLine();
      return body.toString(StandardCharsets.UTF_8);
    }
    return new String(readExactly(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
        StandardCharsets.UTF_8);
  }

  private byte[] readExactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended within an answer");
    }
    return bytes;
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
