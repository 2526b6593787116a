package dev.hexlink.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes connections to the configured Redis. Each is used until it ends and never comes back by itself, so that nothing is sent twice. */
final class Dialling implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration GREETING_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
  private static final int MOST_UNANSWERED = 10_000;
  private static final int THREADS = 2;
  private static final int ERA_LENGTH = 12;
  private static final Pattern RUN_ID = Pattern.compile("(?m)^run_id:([0-9a-f]{" + ERA_LENGTH + "})");

  private final RedisURI uri;
  private final ClientResources resources;
  private final RedisClient client;

  Dialling(RedisURI uri, @Nullable Path ca) {
    this.uri = uri;
    uri.setTimeout(GREETING_TIMEOUT);
    resources = ClientResources.builder().ioThreadPoolSize(THREADS).computationThreadPoolSize(THREADS)
        .commandLatencyRecorder(CommandLatencyRecorder.disabled()).build();
    client = RedisClient.create(resources, uri);
    client.setOptions(options(ca));
  }

  /** Where the server is, without secrets. */
  String where() {
    return uri.getHost() + ":" + uri.getPort();
  }

  /** A connection for questions and changes; fails when the server is not ready to answer them. */
  CompletionStage<Session> questions(Duration patience) {
    return ready(client.connectAsync(StringCodec.UTF8, uri), patience,
        connection -> connection.async().info("server").thenApply(info -> new Session(connection, era(info))));
  }

  /** A connection on which a channel is heard. */
  CompletionStage<Session> messages(String channel, Consumer<String> listener, Duration patience) {
    return ready(client.connectPubSubAsync(StringCodec.UTF8, uri), patience,
        connection -> subscribed(connection, channel, listener).thenApply(_ -> new Session(connection, "")));
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, CLOSE_TIMEOUT);
    resources.shutdown(0, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  private static ClientOptions options(@Nullable Path ca) {
    ClientOptions.Builder options = ClientOptions.builder().autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(MOST_UNANSWERED)
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).tcpNoDelay(true).build());
    if (ca != null) {
      options.sslOptions(SslOptions.builder().jdkSslProvider().trustManager(ca.toFile()).build());
    }
    return options.build();
  }

  private <C extends StatefulConnection<String, String>> CompletionStage<Session> ready(
      CompletionStage<C> connecting, Duration patience, Function<C, CompletionStage<Session>> greeting) {
    CompletableFuture<C> connected = connecting.toCompletableFuture();
    CompletableFuture<Session> session = connected
        .thenCompose(connection -> greeting.apply(connection).toCompletableFuture().copy()
            .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS))
        .orTimeout(CONNECT_TIMEOUT.plus(GREETING_TIMEOUT).plus(patience).toNanos(), TimeUnit.NANOSECONDS);
    return session.whenComplete((_, failure) -> {
      if (failure != null) {
        var _ = connected.thenCompose(StatefulConnection::closeAsync);
      }
    });
  }

  private static CompletionStage<Void> subscribed(StatefulRedisPubSubConnection<String, String> connection,
      String channel, Consumer<String> listener) {
    connection.addListener(new RedisPubSubAdapter<>() {
      @Override
      public void message(String from, String message) {
        listener.accept(message);
      }
    });
    return connection.async().subscribe(channel);
  }

  private static String era(String info) {
    Matcher id = RUN_ID.matcher(info);
    if (!id.find()) {
      throw new NoAnswer("it does not tell its run_id");
    }
    return id.group(1);
  }
}
