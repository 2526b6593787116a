package dev.hexlink.contracts.servers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection to a Redis that speaks as much of its protocol (RESP 2) as tests need. */
final class RespConnection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;

  /**
   * @throws RespException if nobody listens there
   */
  RespConnection(String host, int port) {
    try {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    } catch (IOException e) {
      close();
      throw new RespException(e);
    }
  }

  /**
   * Sends a command and waits for the answer: a string, a number, a list of answers, or nothing.
   *
   * @throws RespException if the answer is an error, or none came
   */
  @Nullable
  Object ask(String... words) {
    try {
      out.write(bytes(words));
      return answer();
    } catch (IOException e) {
      throw new RespException(e);
    }
  }

  /** Deletes every key that a pattern matches, and answers how many there were. */
  long delete(String pattern) {
    long deleted = 0;
    String cursor = "0";
    do {
      List<?> page = list(ask("SCAN", cursor, "MATCH", pattern, "COUNT", "1000"));
      cursor = text(page.get(0));
      deleted += deleteAll(list(page.get(1)));
    } while (!cursor.equals("0"));
    return deleted;
  }

  /** The keys that a pattern matches. */
  List<String> keys(String pattern) {
    return list(ask("KEYS", pattern)).stream().map(RespConnection::text).toList();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new RespException(e);
    }
  }

  long deleteAll(List<?> keys) {
    if (keys.isEmpty()) {
      return 0;
    }
    List<String> words = new ArrayList<>(List.of("DEL"));
    keys.forEach(key -> words.add(text(key)));
    return Long.parseLong(text(ask(words.toArray(String[]::new))));
  }

  private static byte[] bytes(String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(wire("*" + words.length + "\r\n"));
    for (String word : words) {
      byte[] value = wire(word);
      bytes.writeBytes(wire("$" + value.length + "\r\n"));
      bytes.writeBytes(value);
      bytes.writeBytes(wire("\r\n"));
    }
    return bytes.toByteArray();
  }

  private @Nullable Object answer() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> array(Integer.parseInt(rest));
      case '-' -> throw new RespException(rest);
      default -> throw new RespException("no answer of a Redis: " + line);
    };
  }

  private @Nullable String bulk(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] value = in.readNBytes(length);
    line();
    return new String(value, StandardCharsets.ISO_8859_1);
  }

  private List<@Nullable Object> array(int length) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      items.add(answer());
    }
    return items;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    if (line.isEmpty()) {
      return " ";
    }
    return line.toString();
  }

  /** Keys may hold any bytes, so each byte is a character. */
  private static byte[] wire(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<?> list(@Nullable Object answer) {
    return (List<?>) Objects.requireNonNull(answer);
  }

  private static String text(@Nullable Object answer) {
    return Objects.requireNonNull(answer).toString();
  }
}
