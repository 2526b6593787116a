package dev.hexlink.rabbitmq;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an AMQP URI says of a broker: {@code amqp[s]://user:password@host:port/virtual-host}, special characters percent-encoded. What is left out is
 * as RabbitMQ has it: guest, port 5672 (5671 with TLS), virtual host {@code /}.
 *
 * @param password a secret
 * @param nodes where the broker may be reached, at least one
 */
record BrokerAddress(boolean encrypted, String user, String password, String virtualHost, List<Address> nodes) {
  private static final String GUEST = "guest";
  private static final String TLS = "amqps";
  private static final Pattern NODE = Pattern.compile("([^\\s:/@\\[\\]]+|\\[[0-9a-fA-F:.]+])(?::([0-9]{1,5}))?");
  private static final Set<String> SCHEMES = Set.of("amqp", TLS);

  /**
   * @param more further nodes, as host:port
   * @throws IllegalArgumentException if it is no such URI; the message shows none of it, as it holds a secret
   */
  static BrokerAddress of(String text, List<String> more) {
    URI uri = parse(text);
    boolean encrypted = uri.getScheme().equals(TLS);
    List<Address> nodes = Stream
        .concat(Stream.of(new Address(uri.getHost(), uri.getPort())), more.stream().map(BrokerAddress::node))
        .map(node -> new Address(node.getHost(), ConnectionFactory.portOrDefault(node.getPort(), encrypted))).toList();
    String[] login = split(uri.getRawUserInfo());
    return new BrokerAddress(encrypted, login[0], login[1], virtualHost(uri), nodes);
  }

  private static URI parse(String text) {
    try {
      URI uri = new URI(text.strip());
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null
          && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawPath().lastIndexOf('/') <= 0) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw refusal(); // without the cause, which shows the secret
    }
    throw refusal();
  }

  private static IllegalArgumentException refusal() {
    return new IllegalArgumentException("hexlink.rabbitmq.uri is not what it can be:"
        + " amqp[s]://user:password@host:port/virtual-host, with special characters percent-encoded");
  }

  private static Address node(String text) {
    Matcher node = NODE.matcher(text);
    if (!node.matches()) {
      throw new IllegalArgumentException("hexlink.rabbitmq.nodes has \"" + text + "\"; each can be host:port");
    }
    return new Address(node.group(1), node.group(2) == null ? -1 : Integer.parseInt(node.group(2)));
  }

  private static String[] split(@Nullable String userInfo) {
    if (userInfo == null) {
      return new String[]{GUEST, GUEST};
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new String[]{decode(userInfo), ""}
        : new String[]{decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1))};
  }

  private static String virtualHost(URI uri) {
    String path = uri.getRawPath();
    return path.length() <= 1 ? ConnectionFactory.DEFAULT_VHOST : decode(path.substring(1));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (encrypted ? TLS : "amqp") + "://" + user + "@"
        + String.join(",", nodes.stream().map(Address::toString).toList())
        + " " + virtualHost;
  }
}
