package dev.hexlink.bootstrap;

import dev.hexlink.application.Hexlink;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: Hexlink, and the HTTP server in front of it. */
final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final long REQUESTS_END_WITHIN_SECONDS = 5;

  private final ApplicationContext context;

  private Server(ApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts everything; when that fails, nothing is left running.
   *
   * @param variables the environment variables
   * @param args settings in the form {@code -hexlink.base-url=https://go.example.org}
   * @throws StartRefused if something must be set otherwise
   */
  static Server start(Map<String, String> variables, String... args) {
    ApplicationContext context = ConfiguredContext.start(variables, List.of(args));
    try {
      Server server = new Server(context);
      server.open();
      return server;
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  private void open() {
    Address address = Address.of(context);
    context.getEnvironment().addPropertySource(PropertySource.of("address", address.properties()));
    context.registerSingleton(address);
    Summary summary = context.getBean(Summary.class);
    DataDirectory.prepare(context.getBean(HexlinkConfiguration.class).data());
    context.getBean(Hexlink.class).start();
    listen(address);
    LOG.info("{}", summary);
    context.getBean(Choice.class).weaknesses().forEach(LOG::warn);
  }

  private void listen(Address address) {
    try {
      context.getBean(NettyEmbeddedServer.class).start();
    } catch (ServerStartupException e) {
      throw address.refusal(e);
    }
  }

  /** The address that short URLs begin with. */
  String baseUrl() {
    return context.getBean(Address.class).baseUrl();
  }

  /** Lets requests end, then visits settle, then gives files and connections back. */
  @Override
  public void close() {
    NettyEmbeddedServer http = context.getBean(NettyEmbeddedServer.class);
    await(context.getBean(GracefulShutdownManager.class).shutdownGracefully());
    http.stopServerOnly();
    context.getBean(Hexlink.class).close();
    context.close();
    LOG.info("Hexlink has stopped");
  }

  private static void await(CompletionStage<?> requestsEnded) {
    try {
      requestsEnded.toCompletableFuture().get(REQUESTS_END_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("requests that did not end within {} s are cut off", REQUESTS_END_WITHIN_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
