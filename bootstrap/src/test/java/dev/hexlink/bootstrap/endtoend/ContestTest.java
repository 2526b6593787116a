package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who want the same thing at the same moment. */
@Tag("slow")
class ContestTest {
  private static final int CLIENTS = 200;

  @TempDir
  Path data;

  @Test
  void givesAllTheSameAnswerForOneIdempotencyKey() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Map.of()); WireClient reader = server.client()) {
      List<Answer> answers = Api.together(CLIENTS, _ -> () -> {
        try (WireClient wire = server.client()) {
          return wire.exchange("POST", "/api/v1/links",
              Map.of("Content-Type", "application/json", "Idempotency-Key", "the-same"),
              Api.link("https://example.com/once"));
        }
      });
      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
      assertThat(Api.totals(reader)).hasSize(1);
      Answer other = reader.exchange("POST", "/api/v1/links",
          Map.of("Content-Type", "application/json", "Idempotency-Key", "the-same"),
          Api.link("https://example.com/another"));
      assertThat(other.status()).isEqualTo(422);
    }
  }

  @Test
  void givesASlugToOneAlone() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Map.of())) {
      List<Answer> answers = Api.together(CLIENTS, client -> () -> {
        try (WireClient wire = server.client()) {
          return wire.post("/api/v1/links",
              "{\"longUrl\":\"https://example.com/" + client + "\",\"customSlug\":\"launch\"}");
        }
      });
      assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
      assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CLIENTS - 1)
          .allMatch(answer -> Api.json(answer).get("code").asText().equals("slug-taken"));
    }
  }
}
