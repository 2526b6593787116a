package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class TestDatabaseTest {
  private static final PostgresServer SERVER = PostgresServer.ofEnvironment();

  @Test
  void isTheTestsOwn() throws SQLException {
    try (TestDatabase one = TestDatabase.create(); TestDatabase other = TestDatabase.create()) {
      execute(one, "create table t as select 1");
      execute(other, "create table t as select 2");
      assertThat(one.name()).isNotEqualTo(other.name());
    }
  }

  @Test
  void isReachedByUrlUserAndPassword() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_database()")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(database.name());
    }
  }

  @Test
  void isDroppedThoughSomeoneIsConnected() throws SQLException {
    TestDatabase database = TestDatabase.create();
    try (Connection connection = database.connect()) {
      database.close();
      assertThat(connection.isValid(5)).isFalse();
    }
    assertThat(TestDatabase.names(SERVER)).doesNotContain(database.name());
  }

  @Test
  void leftOversOfKilledRunsAreRemoved() throws SQLException {
    String old = TestName.madeAt(Instant.now().minus(Duration.ofDays(2)));
    String young = TestName.madeAt(Instant.now().minus(Duration.ofHours(2)));
    try (Connection connection = SERVER.connect("postgres"); Statement statement = connection.createStatement()) {
      statement.execute("create database " + old);
      statement.execute("create database " + young);
      TestDatabase.removeLeftOvers(SERVER);
      assertThat(TestDatabase.names(SERVER)).contains(young).doesNotContain(old);
      statement.execute("drop database " + young);
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
