package dev.hexlink.contracts.servers;

import java.util.Map;

/** Where the servers are, as the launcher says in environment variables. */
record Environment(Map<String, String> variables) {
  static Environment ofThisProcess() {
    return new Environment(System.getenv());
  }

  String postgresUrl() {
    return variable("HEXLINK_TEST_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:5432/postgres");
  }

  String redisUri() {
    return variable("HEXLINK_TEST_REDIS_URI", "redis://127.0.0.1:6379");
  }

  String rabbitmqUri() {
    return variable("HEXLINK_TEST_RABBITMQ_URI", "amqp://guest:guest@127.0.0.1:5672");
  }

  /** The command, in words, that reaches the broker's node. */
  String rabbitmqctl() {
    return variable("HEXLINK_TEST_RABBITMQCTL", "rabbitmqctl");
  }

  private String variable(String name, String otherwise) {
    String value = variables.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value;
  }
}
