package dev.hexlink.contracts.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Redis of the test's own. Unless told otherwise it keeps nothing on disk, so that a start after a kill finds it empty. */
public final class PrivateRedis extends PrivateServer {
  private static final String WARDEN = "warden";

  private final String secret = UUID.randomUUID().toString();
  private final Optional<TlsFiles> tls;
  private final List<String> directives;
  private final int tlsPort = FreePort.next();

  private PrivateRedis(Folder folder, boolean tls, String... directives) {
    super("Redis", folder);
    this.tls = tls ? Optional.of(TlsFiles.in(folder.path())) : Optional.empty();
    this.directives = List.of(directives);
  }

  /**
   * Starts one in a temporary folder.
   *
   * @param directives lines of its configuration, as {@code appendonly yes} or {@code user me on >secret ~mine:* +@all}
   */
  public static PrivateRedis create(String... directives) {
    return started(new PrivateRedis(Folder.fresh(), false, directives));
  }

  /** Starts one in a folder that stays. */
  public static PrivateRedis createIn(Path folder, String... directives) {
    return started(new PrivateRedis(Folder.at(folder), false, directives));
  }

  /** Starts one in a temporary folder that can be reached by TLS as well. */
  public static PrivateRedis createWithTls(String... directives) {
    return started(new PrivateRedis(Folder.fresh(), true, directives));
  }

  public String uri() {
    return "redis://" + address();
  }

  public String uri(String user, String password) {
    return "redis://" + user + ":" + password + "@" + address();
  }

  /** Where it is reached by TLS. */
  public String tlsUri() {
    return "rediss://" + HOST + ":" + tlsPort;
  }

  /** What whoever wants to reach it by TLS must trust. */
  public TlsFiles tls() {
    return tls.orElseThrow(() -> new IllegalStateException("this Redis was created without TLS"));
  }

  /** Empties it. */
  public void flushAll() {
    ask("FLUSHALL");
  }

  /** Sends it a command, with every right, and answers what came back as text. */
  public String ask(String... words) {
    try (RespConnection connection = new RespConnection(HOST, port())) {
      connection.ask("AUTH", WARDEN, secret);
      return String.valueOf(connection.ask(words));
    }
  }

  @Override
  List<String> command() {
    return List.of(Programs.REDIS.find("redis-server"), path().resolve("redis.conf").toString());
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  void prepare() {
    folder().write("redis.conf", configuration());
  }

  @Override
  boolean isReady() {
    try {
      return ask("PING").equals("PONG");
    } catch (RespException e) {
      return false;
    }
  }

  private static PrivateRedis started(PrivateRedis redis) {
    try {
      redis.start();
      return redis;
    } catch (Throwable e) {
      redis.close();
      throw e;
    }
  }

  private String configuration() {
    List<String> lines = new ArrayList<>(
        List.of("bind " + HOST, "port " + port(), "dir \"" + path() + "\"", "save \"\"",
            "user " + WARDEN + " on >" + secret + " ~* &* +@all"));
    tls.ifPresent(files -> lines.addAll(List.of("tls-port " + tlsPort, "tls-cert-file \"" + files.certificate() + "\"",
        "tls-key-file \"" + files.key() + "\"", "tls-ca-cert-file \"" + files.certificate() + "\"",
        "tls-auth-clients no")));
    lines.addAll(directives);
    return String.join("\n", lines) + "\n";
  }
}
