package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.bootstrap.configuration.Access;
import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/**
 * Where the server listens, and what it is called from outside.
 *
 * @param host the name or address of the interface; {@code 0.0.0.0} for every one
 * @param baseUrl what short URLs begin with
 */
record Address(String host, int port, String baseUrl) {
  private static final String HOST = "micronaut.server.host";
  private static final String PORT = "micronaut.server.port";
  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  /** What the settings say. A server that is open to everybody listens to this machine alone, unless told otherwise. */
  static Address of(ApplicationContext context) {
    Environment environment = context.getEnvironment();
    HexlinkConfiguration configuration = context.getBean(HexlinkConfiguration.class);
    int port = port(environment);
    String host = environment.getProperty(HOST, String.class)
        .orElse(configuration.access() == Access.OPEN ? "127.0.0.1" : "0.0.0.0");
    return new Address(host, port,
        Optional.ofNullable(configuration.baseUrl()).orElse("http://localhost:" + port));
  }

  private static int port(Environment environment) {
    String text = environment.getProperty(PORT, String.class).orElse(String.valueOf(DEFAULT_PORT));
    try {
      int port = Integer.parseInt(text);
      if (port >= -1 && port <= HIGHEST_PORT) {
        return port > 0 ? port : freePort();
      }
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static StartRefused refusal(String port) {
    return new StartRefused(PORT, PORT + " is \"" + port + "\"; it can be a port from 1 to " + HIGHEST_PORT
        + ", or 0 for any that is free");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  /** Says why nobody can listen here. */
  StartRefused refusal(ServerStartupException failure) {
    Throwable cause = Optional.ofNullable(failure.getCause()).orElse(failure);
    return new StartRefused(PORT, "nothing can listen on " + host + ":" + port + " (" + cause.getMessage()
        + "); stop what listens there, or set MICRONAUT_SERVER_PORT or MICRONAUT_SERVER_HOST");
  }

  Map<String, Object> properties() {
    return Map.of(HOST, host, PORT, port);
  }

  boolean isLoopback() {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
  }
}
