package dev.hexlink.contracts.servers;

import java.util.concurrent.atomic.AtomicBoolean;

/** A virtual host of the test's own on the RabbitMQ that stands ready; deleted with all its queues when it is closed. */
public final class TestBroker implements AutoCloseable {
  private static final AtomicBoolean TIDIED = new AtomicBoolean();

  private final BrokerServer server;
  private final String virtualHost;

  private TestBroker(BrokerServer server, String virtualHost) {
    this.server = server;
    this.virtualHost = virtualHost;
  }

  /**
   * @throws MissingServer if there is no RabbitMQ
   */
  public static TestBroker create() {
    BrokerServer server = BrokerServer.ofEnvironment();
    server.look();
    if (!TIDIED.getAndSet(true)) {
      removeLeftOvers(server);
    }
    return createOn(server);
  }

  static TestBroker createOn(BrokerServer server) {
    server.look();
    TestBroker broker = new TestBroker(server, TestName.fresh());
    server.create(broker.virtualHost);
    return broker;
  }

  /** The broker's URI, with user, password and virtual host. */
  public String uri() {
    return server.uri(virtualHost).toString();
  }

  public String virtualHost() {
    return virtualHost;
  }

  @Override
  public void close() {
    server.delete(virtualHost);
  }

  /** Deletes what runs that were killed left there more than a day ago. */
  static void removeLeftOvers(BrokerServer server) {
    server.virtualHosts().stream().filter(TestName::isLeftOver).forEach(server::delete);
  }
}
