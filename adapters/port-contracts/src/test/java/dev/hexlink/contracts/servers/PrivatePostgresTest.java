package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("server")
@Tag("slow")
@Timeout(180)
class PrivatePostgresTest {
  @Test
  void keepsWhatItAcknowledgedThroughAKill() throws SQLException {
    try (PrivatePostgres postgres = PrivatePostgres.create()) {
      try (Connection connection = postgres.connect()) {
        execute(connection, "create table t (n int)");
        execute(connection, "insert into t select generate_series(1, 1000)");
        postgres.kill();
        assertThatThrownBy(() -> execute(connection, "select 1")).isInstanceOf(SQLException.class);
      }
      assertThatThrownBy(postgres::connect).isInstanceOf(SQLException.class);
      String url = postgres.url();
      postgres.start();
      assertThat(postgres.url()).isEqualTo(url);
      assertThat(value(postgres, "select count(*) from t")).isEqualTo("1000");
      assertThat(value(postgres, "show fsync")).isEqualTo("on");
    }
  }

  @Test
  void answersNobodyDuringAPause() throws SQLException {
    try (PrivatePostgres postgres = PrivatePostgres.create(); Connection connection = postgres.connect()) {
      postgres.pause();
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> value(connection, "select 7"));
      await().during(Duration.ofMillis(300)).until(() -> !answer.isDone());
      postgres.resume();
      assertThat(answer.join()).isEqualTo("7");
      postgres.pause();
    }
  }

  @Test
  void takesSettingsAndLeavesNothingBehind() throws IOException {
    PrivatePostgres postgres = PrivatePostgres.create("max_connections=7");
    try (postgres; PrivatePostgres other = PrivatePostgres.create()) {
      assertThat(value(postgres, "show max_connections")).isEqualTo("7");
      assertThat(value(other, "show max_connections")).isEqualTo("200");
    }
    assertThat(Files.exists(postgres.path())).isFalse();
  }

  @Test
  void saysWhyItDidNotStart() {
    assertThatThrownBy(() -> PrivatePostgres.create("max_connections=none")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PostgreSQL ended instead of being ready").hasMessageContaining("max_connections");
  }

  private static String value(PrivatePostgres postgres, String query) {
    try (Connection connection = postgres.connect()) {
      return value(connection, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String value(Connection connection, String query) {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
