package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class TestBrokerTest {
  private static final BrokerServer SERVER = BrokerServer.ofEnvironment();

  @Test
  void hasAVirtualHostOfItsOwnUntilItIsClosed() {
    TestBroker broker = TestBroker.create();
    assertThat(broker.uri()).isEqualTo(SERVER.uri(broker.virtualHost()).toString());
    assertThat(SERVER.control("", "--silent", "list_permissions", "-p", broker.virtualHost()))
        .contains(UserInfo.of(SERVER.uri()).user() + "\t.*\t.*\t.*");
    broker.close();
    assertThat(SERVER.virtualHosts()).doesNotContain(broker.virtualHost());
  }

  @Test
  void leftOversOfKilledRunsAreRemoved() {
    String old = TestName.madeAt(Instant.now().minus(Duration.ofDays(2)));
    String young = TestName.madeAt(Instant.now().minus(Duration.ofHours(2)));
    SERVER.create(old);
    SERVER.create(young);
    TestBroker.removeLeftOvers(SERVER);
    assertThat(SERVER.virtualHosts()).contains(young).doesNotContain(old);
    SERVER.delete(young);
  }

  @Test
  void saysWhereItIsMissed() {
    BrokerServer nowhere = new BrokerServer(URI.create("amqp://guest:guest@127.0.0.1:1"), List.of("rabbitmqctl"),
        Map.of());
    assertThatThrownBy(() -> TestBroker.createOn(nowhere)).isInstanceOf(MissingServer.class)
        .hasMessageContaining("RabbitMQ does not answer at 127.0.0.1:1").hasMessageContaining("run ./hexlink test");
  }

  @Test
  void saysWhenItsNodeCannotBeReached() {
    BrokerServer uncontrolled = new BrokerServer(SERVER.uri(), List.of("false"), Map.of());
    assertThatThrownBy(() -> TestBroker.createOn(uncontrolled)).isInstanceOf(MissingServer.class)
        .hasMessageContaining("RabbitMQ's node does not answer at " + SERVER.address());
  }
}
