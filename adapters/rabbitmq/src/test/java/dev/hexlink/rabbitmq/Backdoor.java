package dev.hexlink.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The broker as strangers and operators see it: letters of any kind, queues that can be looked into and deleted. */
final class Backdoor implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final Connection connection;

  private Backdoor(Connection connection) {
    this.connection = connection;
  }

  static Backdoor of(String uri) {
    try {
      ConnectionFactory factory = new ConnectionFactory();
      factory.setUri(uri);
      return new Backdoor(factory.newConnection("backdoor"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TimeoutException | URISyntaxException | GeneralSecurityException e) {
      throw new IllegalStateException("the broker cannot be used", e);
    }
  }

  /** Lets the queues be declared. */
  Backdoor withQueues() {
    try {
      Topology.declare(connection);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker is silent", e);
    }
  }

  void publish(String queue, String letter) {
    on(channel -> {
      channel.confirmSelect();
      channel.basicPublish(queue, queue, true, new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
          letter.getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
      return true;
    });
  }

  /** Takes a letter out; empty when there is none. */
  Optional<GetResponse> take(String queue) {
    return on(channel -> Optional.ofNullable(channel.basicGet(queue, true)));
  }

  long count(String queue) {
    return on(channel -> channel.messageCount(queue));
  }

  void declare(String queue, Map<String, Object> arguments) {
    on(channel -> channel.queueDeclare(queue, true, false, false, arguments));
  }

  void delete(String queue) {
    on(channel -> channel.queueDelete(queue));
  }

  void deleteQueues() {
    List.of(Topology.VISITS, Topology.RETRY, Topology.DEAD).forEach(this::delete);
  }

  private <T> T on(Work<T> work) {
    try (Channel channel = connection.createChannel()) {
      return work.with(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker is silent", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a test", e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T with(Channel channel) throws IOException, TimeoutException, InterruptedException;
  }

  @Override
  public void close() {
    connection.abort();
  }
}
