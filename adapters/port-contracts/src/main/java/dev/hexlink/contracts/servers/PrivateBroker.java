package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A RabbitMQ of the test's own, with a port mapper of its own, so that no other node is aware of it. Its user is {@code guest}. */
public final class PrivateBroker extends PrivateServer {
  private static final byte[] HELLO = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
  private static final int METHOD_FRAME = 1;
  private static final String CONFIGURATION = "rabbitmq.conf";
  private static final String SCRIPT_SETTINGS = "rabbitmq-env.conf";
  private static final String PLUGINS = "enabled_plugins";
  private static final int ANSWER_MILLIS = 2_000;

  private final Optional<TlsFiles> tls;
  private final int tlsPort = FreePort.next();
  private final List<String> directives;
  private final Map<String, String> environment;

  private PrivateBroker(Folder folder, boolean tls, String... directives) {
    super("RabbitMQ", folder);
    this.tls = tls ? Optional.of(TlsFiles.in(folder.path())) : Optional.empty();
    this.directives = List.of(directives);
    this.environment = variables();
  }

  /**
   * Starts one in a temporary folder.
   *
   * @param directives lines of its configuration, as {@code channel_max = 100}
   */
  public static PrivateBroker create(String... directives) {
    return started(new PrivateBroker(Folder.fresh(), false, directives));
  }

  /** Starts one in a folder that stays. */
  public static PrivateBroker createIn(Path folder, String... directives) {
    return started(new PrivateBroker(Folder.at(folder), false, directives));
  }

  /** Starts one in a temporary folder that can be reached by TLS as well. */
  public static PrivateBroker createWithTls(String... directives) {
    return started(new PrivateBroker(Folder.fresh(), true, directives));
  }

  /** Its URI, with user, password and the virtual host {@code /}. */
  public String uri() {
    return server().uri().toString();
  }

  public String uri(String user, String password, String virtualHost) {
    return "amqp://" + user + ":" + password + "@" + address() + "/" + virtualHost;
  }

  /** Where it is reached by TLS. */
  public String tlsUri() {
    return "amqps://guest:guest@" + HOST + ":" + tlsPort;
  }

  /** What whoever wants to reach it by TLS must trust. */
  public TlsFiles tls() {
    return tls.orElseThrow(() -> new IllegalStateException("this RabbitMQ was created without TLS"));
  }

  /** Creates a virtual host in which its user may do everything. */
  public void createVirtualHost(String name) {
    server().create(name);
  }

  /** Lets it say that it has no memory left, upon which it reads nothing more from whoever publishes. */
  public void raiseMemoryAlarm() {
    control("set_vm_memory_high_watermark", "0");
  }

  public void clearMemoryAlarm() {
    control("set_vm_memory_high_watermark", "0.4");
  }

  /** Runs a command of rabbitmqctl and answers what it printed. */
  public String control(String... words) {
    return server().control("", words);
  }

  @Override
  List<String> command() {
    return List.of("sh", "-c", "epmd & exec \"$0\"", Programs.RABBITMQ.find("rabbitmq-server"));
  }

  @Override
  Map<String, String> environment() {
    return environment;
  }

  @Override
  void prepare() {
    writeCookie();
    folder().write(CONFIGURATION, configuration());
    folder().write(SCRIPT_SETTINGS, "");
    folder().write(PLUGINS, "[].\n");
  }

  @Override
  boolean isReady() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(HELLO);
      return socket.getInputStream().read() == METHOD_FRAME;
    } catch (IOException e) {
      return false;
    }
  }

  private static PrivateBroker started(PrivateBroker broker) {
    try {
      broker.start();
      return broker;
    } catch (Throwable e) {
      broker.close();
      throw e;
    }
  }

  private BrokerServer server() {
    return new BrokerServer(URI.create("amqp://guest:guest@" + address()),
        List.of(Programs.RABBITMQ.find("rabbitmqctl")), environment);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("HOME", path().toString());
    variables.put("ERL_EPMD_PORT", Integer.toString(FreePort.next()));
    variables.put("ERL_EPMD_ADDRESS", HOST);
    variables.put("RABBITMQ_NODENAME", "hexlink_test_" + port() + "@localhost");
    variables.put("RABBITMQ_DIST_PORT", Integer.toString(FreePort.next()));
    variables.put("RABBITMQ_CONFIG_FILE", inFolder(CONFIGURATION));
    variables.put("RABBITMQ_CONF_ENV_FILE", inFolder(SCRIPT_SETTINGS));
    variables.put("RABBITMQ_ADVANCED_CONFIG_FILE", inFolder("advanced.config"));
    variables.put("RABBITMQ_ENABLED_PLUGINS_FILE", inFolder(PLUGINS));
    variables.put("RABBITMQ_MNESIA_BASE", inFolder("data"));
    variables.put("RABBITMQ_LOG_BASE", inFolder("logs"));
    variables.put("RABBITMQ_LOGS", "-");
    return Map.copyOf(variables);
  }

  private String inFolder(String name) {
    return path().resolve(name).toString();
  }

  private String configuration() {
    List<String> lines = new ArrayList<>(List.of("listeners.tcp.1 = " + address(), "disk_free_limit.absolute = 1MB"));
    tls.ifPresent(files -> lines.addAll(List.of("listeners.ssl.1 = " + HOST + ":" + tlsPort,
        "ssl_options.cacertfile = " + files.certificate(), "ssl_options.certfile = " + files.certificate(),
        "ssl_options.keyfile = " + files.key(), "ssl_options.verify = verify_none")));
    lines.addAll(directives);
    return String.join("\n", lines) + "\n";
  }

  /** The word by which a node knows who may control it. */
  private void writeCookie() {
    Path cookie = path().resolve(".erlang.cookie");
    if (Files.exists(cookie)) {
      return;
    }
    folder().write(".erlang.cookie", UUID.randomUUID().toString());
    try {
      Files.setPosixFilePermissions(cookie, PosixFilePermissions.fromString("r--------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
