package dev.hexlink.http;

import static dev.hexlink.http.Answers.assertProblem;

import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.Test;

class LeaseWithoutKeyTest extends ServerTest {
  LeaseWithoutKeyTest(EmbeddedServer server, FakeHexlink hexlink) {
    super(server, hexlink);
  }

  @Test
  void nobodyIsServedWhereNoKeyIsSet() {
    String wish = "{\"stack\":\"java\",\"size\":1000}";

    assertProblem(browser.post("/allocate", wish), 403, "keygen-key-missing");
    assertProblem(browser.post("/allocate", wish, "X-Api-Key", ""), 403, "keygen-key-missing");
    assertProblem(browser.post("/allocate", wish, "X-Api-Key", "right"), 403, "keygen-key-missing");
  }
}
