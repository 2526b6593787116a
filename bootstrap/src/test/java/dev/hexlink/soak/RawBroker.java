package dev.hexlink.soak;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A virtual host on RabbitMQ, used past our adapter. */
record RawBroker(String uri) {
  static final String URI_KEY = "hexlink.rabbitmq.uri";

  private static final String VISITS = "visits";
  private static final String RETRY = "visits.retry";
  private static final long CONFIRM_MILLIS = 5_000;

  /** What is done with a channel. */
  @FunctionalInterface
  private interface Use {
    void of(Channel channel) throws IOException, TimeoutException, InterruptedException;
  }

  /** The one that settings name. */
  static RawBroker at(Map<String, Object> properties) {
    return new RawBroker(String.valueOf(properties.get(URI_KEY)));
  }

  /** Deletes the queue; its exchange stays, and leads nowhere. */
  void deleteVisits() {
    use(channel -> channel.queueDelete(VISITS));
  }

  /** Declares the queue as one that drops the oldest letter when it is full. */
  void declareDroppingHead() {
    use(channel -> channel.queueDeclare(VISITS, true, false, false,
        Map.of("x-queue-type", "quorum", "x-overflow", "drop-head", "x-max-length", 3, "x-dead-letter-exchange", RETRY,
            "x-dead-letter-routing-key", RETRY, "x-dead-letter-strategy", "at-least-once")));
  }

  /** Publishes and waits for the confirm, without asking that a queue takes it. */
  void publishWithoutMandatory(byte[] letter) {
    use(channel -> {
      channel.confirmSelect();
      channel.basicPublish(VISITS, VISITS, false, MessageProperties.PERSISTENT_BASIC, letter);
      channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    });
  }

  private void use(Use use) {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(uri);
      try (Connection connection = factory.newConnection(); Channel channel = connection.createChannel()) {
        use.of(channel);
      }
    } catch (IOException | TimeoutException | URISyntaxException | NoSuchAlgorithmException
        | KeyManagementException e) {
      throw new IllegalStateException("RabbitMQ does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
