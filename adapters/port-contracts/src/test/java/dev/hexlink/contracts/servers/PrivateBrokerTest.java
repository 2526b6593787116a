package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("server")
@Tag("slow")
@Timeout(300)
class PrivateBrokerTest {
  @Test
  void isKilledStoppedAndStartedAgain() {
    PrivateBroker broker = PrivateBroker.create();
    try (broker) {
      broker.createVirtualHost("mine");
      broker.pause();
      assertThat(broker.isReady()).isFalse();
      broker.resume();
      assertThat(broker.isReady()).isTrue();
      broker.kill();
      assertThat(broker.isReady()).isFalse();
      broker.start();
      assertThat(broker.control("--silent", "list_vhosts", "name").lines()).contains("mine");
    }
    assertThat(Files.exists(broker.path())).isFalse();
  }

  @Test
  void raisesAndClearsTheMemoryAlarm() {
    try (PrivateBroker broker = PrivateBroker.create()) {
      broker.raiseMemoryAlarm();
      assertThat(alarms(broker)).contains("memory");
      broker.clearMemoryAlarm();
      assertThat(alarms(broker)).doesNotContain("memory");
    }
  }

  @Test
  void runsBesideAnother() {
    try (PrivateBroker one = PrivateBroker.create(); PrivateBroker other = PrivateBroker.create("channel_max = 77")) {
      one.createVirtualHost("ones");
      assertThat(other.control("--silent", "list_vhosts", "name").lines()).containsExactly("/");
      assertThat(other.control("environment")).contains("{channel_max,77}");
    }
  }

  @Test
  void isReachedByTls() throws IOException, GeneralSecurityException {
    try (PrivateBroker broker = PrivateBroker.createWithTls();
        SSLSocket socket = TlsClient.connect(broker.tls(), URI.create(broker.tlsUri()))) {
      socket.getOutputStream().write(new byte[]{'A', 'M', 'Q', 'P', 0, 0, 9, 1});
      assertThat(socket.getInputStream().read()).isEqualTo(1);
    }
  }

  private static String alarms(PrivateBroker broker) {
    return broker.control("--silent", "eval", "rabbit_alarm:get_alarms().");
  }
}
