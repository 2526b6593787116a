package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("server")
@Tag("slow")
@Timeout(180)
class PrivateRedisTest {
  @Test
  void forgetsInAKill() {
    try (PrivateRedis redis = PrivateRedis.create()) {
      redis.ask("SET", "k", "v");
      redis.kill();
      assertThatThrownBy(() -> redis.ask("GET", "k")).isInstanceOf(RespException.class);
      redis.start();
      assertThat(redis.ask("GET", "k")).isEqualTo("null");
    }
  }

  @Test
  void remembersIfToldTo() {
    try (PrivateRedis redis = PrivateRedis.create("appendonly yes", "appendfsync always")) {
      redis.ask("SET", "k", "v");
      redis.kill();
      redis.start();
      assertThat(redis.ask("GET", "k")).isEqualTo("v");
      redis.flushAll();
      assertThat(redis.ask("GET", "k")).isEqualTo("null");
    }
  }

  @Test
  void answersNobodyDuringAPause() {
    try (PrivateRedis redis = PrivateRedis.create()) {
      redis.pause();
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> redis.ask("ECHO", "x"));
      await().during(Duration.ofMillis(300)).until(() -> !answer.isDone());
      redis.resume();
      assertThat(answer.join()).isEqualTo("x");
      redis.pause();
    }
  }

  @Test
  void letsInWhomItKnows() {
    try (PrivateRedis redis = PrivateRedis.create("user default off", "user me on >secret ~mine:* +@all")) {
      RedisServer mine = new RedisServer(URI.create(redis.uri("me", "secret")));
      try (RespConnection connection = mine.connect()) {
        connection.ask("SET", "mine:k", "v");
        assertThatThrownBy(() -> connection.ask("SET", "k", "v")).hasMessageContaining("NOPERM");
      }
      RedisServer anyones = new RedisServer(URI.create(redis.uri()));
      assertThatThrownBy(anyones::connect).isInstanceOf(MissingServer.class).hasMessageContaining("NOAUTH");
    }
  }

  @Test
  void isReachedByTls() throws IOException, GeneralSecurityException {
    try (PrivateRedis redis = PrivateRedis.createWithTls();
        SSLSocket socket = TlsClient.connect(redis.tls(), URI.create(redis.tlsUri()))) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(7)).asString().isEqualTo("+PONG\r\n");
    }
  }

  @Test
  void leavesNothingBehind() {
    PrivateRedis redis = PrivateRedis.create();
    assertThat(Files.exists(redis.path())).isTrue();
    redis.close();
    redis.close();
    assertThat(Files.exists(redis.path())).isFalse();
  }
}
