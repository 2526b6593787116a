package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class TestRedisTest {
  private static final RedisServer SERVER = RedisServer.ofEnvironment();

  @Test
  void deletesItsKeysAndNoOthers() {
    try (TestRedis one = TestRedis.create(); RespConnection connection = SERVER.connect()) {
      connection.ask("SET", one.prefix() + "k", "stays");
      try (TestRedis other = TestRedis.create()) {
        for (int i = 0; i < 5_000; i++) {
          connection.ask("SET", other.prefix() + "ü\r\n" + i, "");
        }
        assertThat(other.keys()).hasSize(5_000);
        other.close();
        assertThat(other.keys()).isEmpty();
      }
      assertThat(one.keys()).containsExactly(one.prefix() + "k");
    }
  }

  @Test
  void leftOversOfKilledRunsAreRemoved() {
    String old = TestName.madeAt(Instant.now().minus(Duration.ofDays(2))) + ":k";
    String young = TestName.madeAt(Instant.now().minus(Duration.ofHours(2))) + ":k";
    try (RespConnection connection = SERVER.connect()) {
      connection.ask("SET", old, "");
      connection.ask("SET", young, "");
      TestRedis.removeLeftOvers(SERVER);
      assertThat(connection.ask("EXISTS", old)).isEqualTo(0L);
      assertThat(connection.ask("DEL", young)).isEqualTo(1L);
    }
  }

  @Test
  void saysWhereItIsMissed() {
    RedisServer nowhere = new RedisServer(URI.create("redis://127.0.0.1:1"));
    assertThatThrownBy(() -> TestRedis.createOn(nowhere)).isInstanceOf(MissingServer.class)
        .hasMessageContaining("Redis does not answer at 127.0.0.1:1").hasMessageContaining("run ./hexlink test");
  }
}
