package dev.hexlink.keygen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hexlink.domain.code.CodeBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key generator that speaks HTTP and leases from a row, until it is told to answer something else. */
final class TestKeyGenerator implements AutoCloseable {
  static final String KEY = "the-key";
  private static final Pattern WISH = Pattern.compile("\\{\"stack\":\"([a-z0-9-]+)\",\"size\":([0-9]+)}");

  /** How a request for a block is answered. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange exchange, String wish) throws IOException;
  }

  private final Row row;
  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Behaviour behaviour = this::lease;
  private volatile int health = 200;

  TestKeyGenerator(Row row) {
    this.row = row;
    try {
      this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/allocate", exchange -> {
      asked.incrementAndGet();
      String wish = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      behaviour.answer(exchange, wish);
    });
    server.createContext("/healthz", exchange -> answer(exchange, health, "{}"));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** How often it was asked for a block. */
  int asked() {
    return asked.get();
  }

  void behave(Behaviour other) {
    behaviour = other;
  }

  void behaveWell() {
    behaviour = this::lease;
  }

  void health(int status) {
    health = status;
  }

  void lease(HttpExchange exchange, String text) throws IOException {
    Matcher wish = WISH.matcher(text);
    if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))) {
      answer(exchange, 401, "{\"code\":\"unauthorized\"}");
    } else if (!exchange.getRequestMethod().equals("POST") || !wish.matches()) {
      answer(exchange, 400, "{\"code\":\"malformed-json\"}");
    } else {
      CodeBlock block = row.lease(wish.group(1), Integer.parseInt(wish.group(2)));
      answer(exchange, 200, block(wish.group(1), block.start(), block.end()));
    }
  }

  static String block(String stack, long start, long end) {
    return "{\"stack\":\"" + stack + "\",\"start\":" + start + ",\"end\":" + end + "}";
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
