package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.SocketConfigurators;
import io.micronaut.rabbitmq.connect.RabbitConnectionFactoryConfig;
import io.micronaut.rabbitmq.connect.SingleRabbitConnectionFactoryConfig;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Makes connections to the broker. What breaks stays broken: what is made anew, and when, is decided by a {@link Line}. */
final class Dialer {
  private static final int CONNECT_MILLIS = 2_000;
  /** The driver waits half of it for each answer. */
  private static final int HANDSHAKE_MILLIS = 4_000;
  private static final int CALL_MILLIS = 5_000;
  private static final int SHUTDOWN_MILLIS = 1_000;
  /** A broker that is silent for twice as long is given up. */
  private static final int HEARTBEAT_SECONDS = 5;
  /** What a broker lets in by default. A letter that is larger than this would break the connection again and again. */
  private static final int LARGEST_LETTER = 128 << 20;

  private final RabbitConfiguration configuration;
  private final BrokerAddress address;
  private final Watchdog watchdog;

  Dialer(RabbitConfiguration configuration, Watchdog watchdog) {
    this.configuration = configuration;
    this.address = configuration.address();
    this.watchdog = watchdog;
  }

  /**
   * Connects to one of the nodes.
   *
   * @param purpose what the broker shows as the connection's name
   */
  Wire dial(String purpose) throws IOException, TimeoutException {
    AtomicReference<Socket> socket = new AtomicReference<>();
    Connection connection = factory(socket).newConnection(null, shuffledNodes(), "hexlink " + purpose);
    return new Wire(connection, socket.get(), watchdog);
  }

  private List<Address> shuffledNodes() {
    List<Address> nodes = new ArrayList<>(address.nodes());
    Collections.shuffle(nodes);
    return nodes;
  }

  /** A factory for one connection, as a factory is the only one that sees the socket. */
  private ConnectionFactory factory(AtomicReference<Socket> socket) throws IOException {
    RabbitConnectionFactoryConfig factory = new SingleRabbitConnectionFactoryConfig();
    factory.setUsername(address.user());
    factory.setPassword(address.password());
    factory.setVirtualHost(address.virtualHost());
    factory.setConnectionTimeout(CONNECT_MILLIS);
    factory.setHandshakeTimeout(HANDSHAKE_MILLIS);
    factory.setChannelRpcTimeout(CALL_MILLIS);
    factory.setShutdownTimeout(SHUTDOWN_MILLIS);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    factory.setMaxInboundMessageBodySize(LARGEST_LETTER);
    factory.setAutomaticRecoveryEnabled(false);
    factory.setTopologyRecoveryEnabled(false);
    factory.setThreadFactory(Thread.ofPlatform().daemon().name("hexlink-rabbitmq-", 0).factory());
    factory.setExceptionHandler(new QuietDriver());
    factory.setSocketConfigurator(SocketConfigurators.defaultConfigurator().andThen(socket::set));
    if (address.encrypted()) {
      factory.useSslProtocol(Trust.in(configuration.ca()));
      factory.enableHostnameVerification();
    }
    return factory;
  }
}
