package dev.hexlink.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.WarmLinks.Pinning;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.code.ShortCode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmingTest extends ServerTest {
  WarmingTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void warmsWhatAnOperatorNames() {
    HttpResponse<String> answer = browser.post("/api/v1/warm", "{\"codes\":[\"one\",\"two\",\"one\",\"nobodys\"]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"remembered\":2,\"unknown\":[\"nobodys\"]}");
    assertThat(hexlink.keys).containsExactly(key("one"), key("two"), key("nobodys"));
  }

  @Test
  void warmsUnderAnotherDomain() {
    browser.post("/api/v1/warm?domain=go.example.com", "{\"codes\":[\"one\"]}");

    assertThat(hexlink.keys).containsExactly(new LinkKey(FakeHexlink.OTHER_HOST, new ShortCode("one")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{} | missing-field", "{\"codes\":[]} | invalid-value",
      "{\"codes\":\"one\"} | wrong-type", "{\"codes\":[\"a b\"]} | invalid-value",
      "{\"codes\":[\"a\"],\"x\":1} | unknown-field"})
  void refusesOtherBodies(String body, String code) {
    HttpResponse<String> answer = browser.post("/api/v1/warm", body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(hexlink.keys).isEmpty();
  }

  @Test
  void takesTenThousandCodesAndNoMore() {
    assertThat(browser.post("/api/v1/warm", codes(10_000)).statusCode()).isEqualTo(200);
    assertThat(browser.post("/api/v1/warm", codes(10_001)).statusCode()).isEqualTo(422);
  }

  @Test
  void pinsAndUnpins() {
    assertThat(browser.send("PUT", "/api/v1/links/sale/pin", "").statusCode()).isEqualTo(204);
    assertThat(browser.send("DELETE", "/api/v1/links/sale/pin", "").statusCode()).isEqualTo(204);
    assertThat(hexlink.keys).containsExactly(key("sale"), key("sale"));
    assertThat(browser.get("/api/v1/pins").body()).startsWith("{\"data\":[{\"shortCode\":\"");
  }

  @Test
  void pinsNoLinkThatIsNotThere() {
    hexlink.pinning = Pinning.NO_SUCH_LINK;
    assertThat(browser.send("PUT", "/api/v1/links/sale/pin", "").statusCode()).isEqualTo(404);
    assertThat(browser.send("DELETE", "/api/v1/links/sale/pin", "").statusCode()).isEqualTo(404);
  }

  @Test
  void saysThatTooManyArePinned() {
    hexlink.pinning = Pinning.TOO_MANY;
    HttpResponse<String> answer = browser.send("PUT", "/api/v1/links/sale/pin", "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"code\":\"too-many-pins\"");
  }

  private static String codes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "\"c" + i + "\"")
        .collect(Collectors.joining(",", "{\"codes\":[", "]}"));
  }

  private static LinkKey key(String code) {
    return LinkKey.of(new ShortCode(code));
  }
}
