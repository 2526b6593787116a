package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresServerTest {
  private static final String ME = System.getProperty("user.name");

  @Test
  void isReadFromItsUrl() {
    assertThat(
        PostgresServer.parse("jdbc:postgresql://[::1]:5433/postgres?user=a%40b&sslmode=disable&password=p%26q%3D"))
        .isEqualTo(new PostgresServer("[::1]:5433", "postgres", "a@b", "p&q=", "?sslmode=disable"));
    assertThat(PostgresServer.parse("jdbc:postgresql://db"))
        .isEqualTo(new PostgresServer("db", "postgres", ME, "", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> PostgresServer.parse("jdbc:h2:mem:x"));
  }

  @Test
  void keepsItsOptionsForEveryDatabase() {
    PostgresServer server = PostgresServer.parse("jdbc:postgresql://db:1/x?user=u&sslmode=disable&ApplicationName=t");
    assertThat(server.url("y")).isEqualTo("jdbc:postgresql://db:1/y?sslmode=disable&ApplicationName=t");
  }

  @Test
  void saysWhereItIsMissed() {
    PostgresServer server = PostgresServer.parse("jdbc:postgresql://127.0.0.1:1/postgres?user=someone");
    assertThatThrownBy(() -> TestDatabase.createOn(server)).isInstanceOf(MissingServer.class)
        .hasMessageContaining("PostgreSQL does not answer at 127.0.0.1:1 as someone")
        .hasMessageContaining("run ./hexlink test");
  }
}
