package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A RabbitMQ, by its URI and the command that controls its node. The command takes its time, so as little as possible is asked of it.
 *
 * @param control the words of rabbitmqctl
 * @param environment what the command needs to reach the node
 */
record BrokerServer(URI uri, List<String> control, Map<String, String> environment) {
  private static final int DEFAULT_PORT = 5672;
  private static final int CONNECT_MILLIS = 5_000;

  static BrokerServer ofEnvironment() {
    Environment environment = Environment.ofThisProcess();
    return new BrokerServer(URI.create(environment.rabbitmqUri()), List.of(environment.rabbitmqctl().split(" +")),
        Map.of());
  }

  String address() {
    return uri.getHost() + ":" + port();
  }

  URI uri(String virtualHost) {
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + "/" + virtualHost);
  }

  /**
   * @throws MissingServer if nobody listens
   */
  void look() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port()), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new MissingServer("RabbitMQ", address(), e);
    }
  }

  /** Creates a virtual host in which the URI's user may do everything, with one command. */
  void create(String virtualHost) {
    control("""
        {"vhosts": [{"name": "%1$s"}],
         "permissions": [{"user": "%2$s", "vhost": "%1$s", "configure": ".*", "write": ".*", "read": ".*"}]}"""
        .formatted(virtualHost, UserInfo.of(uri).user()), "import_definitions");
  }

  void delete(String virtualHost) {
    control("", "delete_vhost", virtualHost);
  }

  List<String> virtualHosts() {
    return control("", "--silent", "list_vhosts", "name").lines().toList();
  }

  /**
   * Runs a command of rabbitmqctl and answers what it printed.
   *
   * @throws MissingServer if it did not reach the node, or was refused
   */
  String control(String input, String... words) {
    List<String> line = new ArrayList<>(control);
    line.add("--quiet");
    line.addAll(List.of(words));
    try {
      return new Command(line, environment).run(input);
    } catch (CommandFailure e) {
      throw new MissingServer("RabbitMQ's node", address(), e);
    }
  }

  private int port() {
    return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
  }
}
