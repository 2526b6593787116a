package dev.hexlink.rabbitmq;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where RabbitMQ is, and how visits are taken from it.
 *
 * @param uri the broker, with user, password and virtual host; amqps for TLS; a secret
 * @param nodes further nodes of the broker's cluster, as host:port
 * @param ca a PEM file of the authorities whose certificates are trusted with amqps; by default those of the JVM
 * @param prefetch how many letters a consumer has in hand, 1 to 1,000
 * @param consumers how many batches the worker is handed at a time, 1 to 64
 */
@ConfigurationProperties("hexlink.rabbitmq")
public record RabbitConfiguration(
    @Bindable(defaultValue = "amqp://guest:guest@localhost:5672") String uri,
    @Bindable(defaultValue = "") List<String> nodes,
    @Nullable Path ca,
    @Bindable(defaultValue = "64") int prefetch,
    @Bindable(defaultValue = "2") int consumers) {
  private static final int MOST_IN_HAND = 1_000;
  private static final int MOST_CONSUMERS = 64;

  /**
   * @throws IllegalArgumentException if a value is out of its range; the message shows no secret
   */
  public RabbitConfiguration {
    nodes = nodes.stream().map(String::strip).filter(node -> !node.isEmpty()).toList();
    var _ = BrokerAddress.of(uri, nodes);
    check(prefetch >= 1 && prefetch <= MOST_IN_HAND, "prefetch is from 1 to 1,000, not " + prefetch);
    check(consumers >= 1 && consumers <= MOST_CONSUMERS, "consumers is from 1 to 64, not " + consumers);
  }

  BrokerAddress address() {
    return BrokerAddress.of(uri, nodes);
  }

  private static void check(boolean right, String rule) {
    if (!right) {
      throw new IllegalArgumentException("hexlink.rabbitmq." + rule);
    }
  }

  @Override
  public String toString() {
    return "RabbitConfiguration[" + address() + ", ca " + ca + ", prefetch " + prefetch + ", consumers " + consumers
        + "]";
  }
}
