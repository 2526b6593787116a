package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.VisitQueue;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RabbitConfigurationTest {
  private static final String DEFAULT = "amqp://guest:guest@localhost:5672";

  @Test
  void defaults() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(RabbitConfiguration.class))
          .isEqualTo(new RabbitConfiguration(DEFAULT, List.of(), null, 64, 2));
    }
  }

  @Test
  void fullMapping() {
    Map<String, Object> keys = Map.of("hexlink.rabbitmq.uri", "amqps://u:p@broker/visits", "hexlink.rabbitmq.nodes",
        "two:5671,three", "hexlink.rabbitmq.ca", "/etc/ca.pem", "hexlink.rabbitmq.prefetch", "7",
        "hexlink.rabbitmq.consumers", "3");
    try (ApplicationContext context = ApplicationContext.run(keys)) {
      assertThat(context.getBean(RabbitConfiguration.class)).isEqualTo(
          new RabbitConfiguration("amqps://u:p@broker/visits", List.of("two:5671", "three"), Path.of("/etc/ca.pem"), 7,
              3));
    }
  }

  @Test
  void theQueueAndItsHealthAreOfferedByNameAndNothingConnects() {
    try (ApplicationContext context = ApplicationContext.run(Map.of("hexlink.rabbitmq.uri", "amqp://localhost:1"))) {
      assertThat(context.getBean(VisitQueue.class, Qualifiers.byName("rabbitmq"))).isInstanceOf(RabbitVisitQueue.class);
      HealthCheck health = context.getBean(HealthCheck.class, Qualifiers.byName("rabbitmq"));
      assertThat(health.name()).isEqualTo("rabbitmq");
      assertThat(context.getActiveBeanRegistrations(Connection.class)).isEmpty();
      assertThat(health.check().up()).isFalse();
      assertThat(health.check().detail()).contains("Connection refused");
    }
  }

  @Test
  void aUriSaysWhereTheBrokerIs() {
    assertThat(BrokerAddress.of("amqps://us%40er:p%3Aa+s%2Fs@broker:7000/a%2Fb", List.of("other", "[::1]:5")))
        .isEqualTo(new BrokerAddress(true, "us@er", "p:a+s/s", "a/b",
            List.of(new Address("broker", 7000), new Address("other", 5671), new Address("[::1]", 5))));
  }

  @Test
  void whatAUriLeavesOutIsAsTheBrokerHasIt() {
    BrokerAddress expected = new BrokerAddress(false, "guest", "guest", "/", List.of(new Address("broker", 5672)));
    assertThat(BrokerAddress.of("amqp://broker", List.of())).isEqualTo(expected);
    assertThat(BrokerAddress.of("amqp://broker/", List.of())).isEqualTo(expected);
    assertThat(BrokerAddress.of("amqp://broker/%2F", List.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "broker", "http://u:secret@broker", "amqp://", "amqp://u:sec ret@broker",
      "amqp://u:secret@broker/a/b", "amqp://u:secret@broker?heartbeat=1", "amqp://u:secret#@broker", "amqp:broker"})
  void whatIsNoUriIsRefusedWithoutShowingIt(String uri) {
    assertThatThrownBy(() -> new RabbitConfiguration(uri, List.of(), null, 1, 1))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("hexlink.rabbitmq.uri")
        .hasMessageNotContaining("secret").hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {":5672", "broker:x", "broker:", "amqp://broker", "u:p@broker"})
  void nodesAreHostsWithPorts(String node) {
    assertThatThrownBy(() -> new RabbitConfiguration(DEFAULT, List.of(node), null, 1, 1))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("hexlink.rabbitmq.nodes");
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertRefused("prefetch", 0, 1);
    assertRefused("prefetch", 1_001, 1);
    assertRefused("consumers", 1, 0);
    assertRefused("consumers", 1, 65);
  }

  @Test
  void thePasswordIsNeverShown() {
    RabbitConfiguration configuration = new RabbitConfiguration("amqp://user:secret@broker/visits", List.of(), null, 1,
        1);
    assertThat(configuration.toString()).contains("user", "broker", "visits").doesNotContain("secret");
  }

  private static void assertRefused(String key, int prefetch, int consumers) {
    assertThatThrownBy(() -> new RabbitConfiguration(DEFAULT, List.of(), null, prefetch, consumers))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("hexlink.rabbitmq." + key);
  }
}
