package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.hexlink.contracts.servers.TestBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters that an operator sends on their way again. */
@Tag("slow")
class RedriveTest {
  private static final String DEAD = "visits.dead";

  @TempDir
  private Path data;

  @Test
  void deadLettersAreSentAgainWithoutAServer() throws Exception {
    try (TestBroker broker = TestBroker.create()) {
      assertThat(redrive(broker)).startsWith("0 dead letters were sent again (queue rabbitmq)");
      putAside(broker, "no letter at all", "nor this");
      assertThat(redrive(broker)).startsWith("2 dead letters were sent again (queue rabbitmq)");
      assertThat(redrive(broker)).startsWith("0 dead letters were sent again (queue rabbitmq)");
    }
    assertThat(data).as("no store is touched").isEmptyDirectory();
  }

  private String redrive(TestBroker broker) {
    try (ServerProcess command = ServerProcess.launch(data,
        Map.of("HEXLINK_ADAPTERS_QUEUE", "rabbitmq", "HEXLINK_RABBITMQ_URI", broker.uri()), "redrive")) {
      assertThat(command.awaitEnd()).as(command.output()).isZero();
      return command.output();
    }
  }

  private static void putAside(TestBroker broker, String... letters) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(broker.uri());
    try (Connection connection = factory.newConnection(); Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      for (String letter : letters) {
        channel.basicPublish(DEAD, DEAD, null, letter.getBytes(StandardCharsets.UTF_8));
      }
      channel.waitForConfirmsOrDie(5_000);
    }
  }
}
