package dev.hexlink.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every start that cannot be ends at once, in one line that says what to change. */
@Tag("slow")
class RefusedStartTest {
  @TempDir
  private Path folder;

  @Test
  void anUnknownVariable() {
    assertThat(refusal(Map.of("HEXLINK_ADAPTERS_LINK", "h2"))).isEqualTo(
        "Hexlink cannot start: the environment variable HEXLINK_ADAPTERS_LINK sets nothing; did you mean HEXLINK_ADAPTERS_LINKS?");
  }

  @Test
  void anUnknownKeyInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yml"), "hexlink:\n  acess: keys\n");

    assertThat(refusal(Map.of("MICRONAUT_CONFIG_FILES", file.toString()))).contains("the key hexlink.acess = keys in ")
        .endsWith("sets nothing; did you mean hexlink.access?");
  }

  @Test
  void anAdapterThatNobodyOffers() {
    assertThat(refusal(Map.of("HEXLINK_ADAPTERS_CACHE", "memroy")))
        .isEqualTo("Hexlink cannot start: hexlink.adapters.cache"
            + " is \"memroy\", and nobody offers LinkCache under that name; there are: memory, redis; did you mean memory?");
  }

  @Test
  void adaptersThatCannotWorkTogether() {
    assertThat(refusal(Map.of("HEXLINK_ROLES", "redirect,api")))
        .startsWith(
            "Hexlink cannot start: hexlink.roles is \"redirect, api\", and hexlink.adapters.queue is \"direct\"");
  }

  @Test
  void aKeyGeneratorWithoutAnAddress() {
    assertThat(refusal(Map.of("HEXLINK_ADAPTERS_COUNTER", "keygen"))).isEqualTo(
        "Hexlink cannot start: hexlink.adapters.counter is \"keygen\", and hexlink.keygen.url is not set;"
            + " set it to the addresses of key generators, or choose another counter");
  }

  @Test
  void anAddressOfAKeyGeneratorThatIsNone() {
    assertThat(refusal(Map.of("HEXLINK_KEYGEN_URL", "keygen:8080"))).isEqualTo(
        "Hexlink cannot start: hexlink.keygen.url is \"keygen:8080\"; it can be addresses of key generators,"
            + " such as http://keygen:8080, separated by commas");
  }

  @Test
  void aPortThatIsNone() {
    assertThat(refusal(Map.of("MICRONAUT_SERVER_PORT", "http")))
        .isEqualTo("Hexlink cannot start: micronaut.server.port is"
            + " \"http\"; it can be a port from 1 to 65535, or 0 for any that is free");
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal(Map.of("MICRONAUT_SERVER_PORT", String.valueOf(other.getLocalPort()))))
          .startsWith("Hexlink cannot start: nothing can listen on 127.0.0.1:" + other.getLocalPort() + " (")
          .endsWith("); stop what listens there, or set MICRONAUT_SERVER_PORT or MICRONAUT_SERVER_HOST");
    }
  }

  @Test
  void aDataDirectoryThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(refusal(Map.of("HEXLINK_DATA", file.toString())))
        .startsWith("Hexlink cannot start: hexlink.data is \"" + file + "\", and nothing can be written there");
  }

  @Test
  void dataThatAnotherProcessUses() {
    try (ServerProcess first = ServerProcess.start(data(), Map.of())) {
      assertThat(first.output()).contains("Hexlink is ready");
      assertThat(refusal(Map.of())).startsWith("Hexlink cannot start: ").contains("in use by another process");
    }
  }

  @Test
  void anotherCodeKeyThanTheStores() {
    try (ServerProcess first = ServerProcess.start(data(), Map.of())) {
      assertThat(first.terminate()).isZero();
    }

    assertThat(refusal(Map.of("HEXLINK_CODES_KEY", "000102030405060708090a0b0c0d0e0f")))
        .startsWith("Hexlink cannot start: ").contains("hexlink.codes.key").doesNotContain("00010203");
  }

  @Test
  void keysWithoutAKey() {
    assertThat(refusal(Map.of("HEXLINK_ACCESS", "keys"))).startsWith("Hexlink cannot start: ")
        .contains("HEXLINK_INITIAL_API_KEY");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String refusal(Map<String, String> settings) {
    try (ServerProcess server = ServerProcess.launch(data(), settings)) {
      assertThat(server.awaitEnd()).as(server.output()).isEqualTo(1);
      List<String> lines = server.output().lines().toList();
      assertThat(lines).as("one line").hasSize(1);
      return lines.getFirst();
    }
  }
}
