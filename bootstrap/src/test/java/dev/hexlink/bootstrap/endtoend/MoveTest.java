package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is moved while visits wait in the journal. */
@Tag("slow")
class MoveTest {
  @TempDir
  private Path folder;

  @Test
  void linksVisitsAndCodesComeAlongIntoAnotherFolder() throws IOException {
    LivelyServer lively = LivelyServer.on(folder.resolve("old"), Map.of());

    List<StoredRecord> records = new ArrayList<>();
    try (ApplicationContext old = context("old"); ApplicationContext fresh = context("new")) {
      contents(old).readAll(records::add);
      contents(fresh).writeAll(records.iterator());
    }
    Files.move(folder.resolve("old/journal"), folder.resolve("new/journal"));

    try (ServerProcess server = ServerProcess.start(folder.resolve("new"), Map.of())) {
      lively.livesOnIn(server);
    }
  }

  @Test
  void whereToMustBeSaid() {
    assertThat(refusal("move")).startsWith("Hexlink cannot move: nothing says where to");
  }

  private ApplicationContext context(String name) {
    return ApplicationContext.run(Map.of("hexlink.data", folder.resolve(name).toString()));
  }

  private static StoreContents contents(ApplicationContext context) {
    return context.getBean(StoreContents.class, Qualifiers.byName("h2"));
  }

  private String refusal(String... args) {
    try (ServerProcess command = ServerProcess.launch(folder, Map.of(), args)) {
      assertThat(command.awaitEnd()).as(command.output()).isEqualTo(1);
      assertThat(command.output().lines()).as("one line").hasSize(1);
      return command.output();
    }
  }
}
