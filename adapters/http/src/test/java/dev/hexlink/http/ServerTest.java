package dev.hexlink.http;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.BeforeEach;

/** What tests through the real server have in common. */
@MicronautTest
public abstract class ServerTest {
  protected final EmbeddedServer server;
  protected final FakeHexlink hexlink;
  protected final Browser browser;

  protected ServerTest(EmbeddedServer server, FakeHexlink hexlink) {
    this.server = server;
    this.hexlink = hexlink;
    this.browser = new Browser(server.getURI());
  }

  @BeforeEach
  void forget() {
    hexlink.reset();
  }
}
