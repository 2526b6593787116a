package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest extends ServerTest {
  private static final int KIB = 1024;

  LimitsTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  private static String wishOf(int bytes) {
    String empty = "{\"longUrl\":\"https://example.com/\",\"note\":\"\"}";
    return empty.replace("\"note\":\"", "\"note\":\"" + "x".repeat(bytes - empty.length()));
  }

  @Test
  void aBodyHasAtMost64KiB() {
    assertProblem(browser.post("/api/v1/links", wishOf(64 * KIB)), 422, "invalid-value");
    assertProblem(browser.post("/api/v1/links", wishOf(64 * KIB + 1)), 413, "body-too-large");
    assertProblem(browser.send("PATCH", "/api/v1/links/x", "{\"note\":\"" + "x".repeat(64 * KIB) + "\"}"), 413,
        "body-too-large");
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/links", "/api/v1/links/bulk"})
  void noBodyHasMoreThan4MiB(String path) {
    String request = "POST " + path + " HTTP/1.1\r\nHost: hex.test\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + (4 * KIB * KIB + 1) + "\r\nConnection: close\r\n\r\n";

    assertThat(RawClient.exchange(server.getPort(), request)).startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "\"code\":\"body-too-large\"");
  }

  @Test
  void aChunkedBodyIsCountedToo() {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String request = "POST /api/v1/links HTTP/1.1\r\nHost: hex.test\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk + chunk + "0\r\n\r\n";

    assertThat(RawClient.exchange(server.getPort(), request)).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void anAddressHasAtMost8KiB() {
    assertThat(browser.get("/k3Jx9QpA?" + "x".repeat(8000)).statusCode()).isEqualTo(307);
    assertThat(RawClient.exchange(server.getPort(), "GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
        .matches("(?s)HTTP/1\\.[01] 414 .*").contains("\"code\":\"uri-too-long\"");
  }

  @Test
  void headersHaveAtMost16KiB() {
    assertThat(browser.get("/k3Jx9QpA", "X-Large", "x".repeat(12_000)).statusCode()).isEqualTo(307);
    assertThat(RawClient.exchange(server.getPort(),
        "GET /k3Jx9QpA HTTP/1.1\r\nHost: h\r\nX-Large: " + "x".repeat(17_000) + "\r\n\r\n"))
        .matches("(?s)HTTP/1\\.[01] 431 .*").contains("\"code\":\"header-too-large\"");
  }

  @ParameterizedTest
  @CsvSource({"'\u0001\u0002 nonsense\r\n\r\n'",
      "'GET / HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n'", "'GET / HTTP/1.1\r\nHo st: h\r\n\r\n'"})
  void whatIsNotHttpIsTurnedAway(String request) {
    String answer = RawClient.exchange(server.getPort(), request);

    assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*").contains("\"code\":\"malformed-request\"")
        .doesNotContain("Exception", "nonsense");
  }
}
