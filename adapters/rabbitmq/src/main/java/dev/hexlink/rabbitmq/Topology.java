package dev.hexlink.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * What lies on the broker, declared by whoever connects first: three queues, each behind an exchange of the same name, so that users can be allowed
 * to write to one and not to another.
 *
 * <p>{@link #VISITS} carries letters to the workers. What a worker could not do goes to {@link #RETRY}, which nobody reads, and comes back from there
 * after a while, so that it keeps no other letter waiting. What cannot be read goes to {@link #DEAD}. Letters move from queue to queue at least once
 * and are counted against no limit; a queue that is full says so and drops nothing.
 */
final class Topology {
  static final String VISITS = "visits";
  static final String RETRY = "visits.retry";
  static final String DEAD = "visits.dead";
  static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private static final String TYPE = "x-queue-type";
  private static final String OVERFLOW = "x-overflow";
  private static final String QUORUM = "quorum";
  private static final String REJECT = "reject-publish";
  /** RabbitMQ 4 drops what was taken and given back 20 times; a re-drive may do so for as long as an outage lasts. */
  private static final int NO_LIMIT = 1_000_000_000;

  private Topology() {}

  /**
   * Declares what is not there, or makes sure that it is there where the user may not declare.
   *
   * @throws IOException if something is not there, or is there and works otherwise
   */
  static void declare(Connection connection) throws IOException, TimeoutException {
    declare(connection, VISITS, Map.of(TYPE, QUORUM, OVERFLOW, REJECT, "x-dead-letter-exchange", RETRY,
        "x-dead-letter-routing-key", RETRY, "x-dead-letter-strategy", "at-least-once"));
    declare(connection, RETRY, Map.of(TYPE, QUORUM, OVERFLOW, REJECT, "x-dead-letter-exchange", VISITS,
        "x-dead-letter-routing-key", VISITS, "x-dead-letter-strategy", "at-least-once", "x-message-ttl",
        RETRY_AFTER.toMillis()));
    declare(connection, DEAD, Map.of(TYPE, QUORUM, OVERFLOW, REJECT, "x-delivery-limit", NO_LIMIT));
  }

  private static void declare(Connection connection, String name, Map<String, Object> arguments)
      throws IOException, TimeoutException {
    try (Channel channel = connection.createChannel()) {
      channel.exchangeDeclare(name, BuiltinExchangeType.DIRECT, true);
      channel.queueDeclare(name, true, false, false, arguments);
      channel.queueBind(name, name, name);
    } catch (IOException e) {
      if (codeOf(e) != AMQP.ACCESS_REFUSED) {
        throw e;
      }
      find(connection, name);
    }
  }

  private static void find(Connection connection, String name) throws IOException, TimeoutException {
    try (Channel channel = connection.createChannel()) {
      channel.exchangeDeclarePassive(name);
      channel.queueDeclarePassive(name);
    } catch (IOException e) {
      if (codeOf(e) != AMQP.NOT_FOUND) {
        throw e;
      }
      throw new SetupMistake("\"" + name + "\" is not there, and this user may not make it", e);
    }
  }

  private static int codeOf(IOException failure) {
    return failure.getCause() instanceof ShutdownSignalException shutdown
        && shutdown.getReason() instanceof AMQP.Channel.Close close ? close.getReplyCode() : 0;
  }
}
