package dev.hexlink.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hexlink.application.api.StartRefused;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
  private static final KnownKeys KNOWN = KnownKeys.onClassPath(VariablesTest.class.getClassLoader());

  @Test
  void aSecretMayStandInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "000102030405060708090a0b0c0d0e0f\n");

    PropertySource source = read(Map.of("HEXLINK_CODES_KEY_FILE", file.toString()));

    assertThat(source.get("hexlink.codes.key")).isEqualTo("000102030405060708090a0b0c0d0e0f");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    assertRefused(Map.of("HEXLINK_INITIAL_API_KEY_FILE", "/nowhere/key"))
        .withMessage("HEXLINK_INITIAL_API_KEY_FILE names a file that cannot be read: /nowhere/key");
  }

  @Test
  void aValueAndAFileAreOneTooMany() {
    assertRefused(Map.of("HEXLINK_CODES_KEY_FILE", "key", "HEXLINK_CODES_KEY", "00"))
        .withMessage("both HEXLINK_CODES_KEY and HEXLINK_CODES_KEY_FILE are set; set one of them");
  }

  @Test
  void anUnknownVariableIsNamedWithItsNearMiss() {
    assertRefused(Map.of("HEXLINK_ACESS", "keys"))
        .withMessage("the environment variable HEXLINK_ACESS sets nothing; did you mean HEXLINK_ACCESS?");
  }

  @ParameterizedTest
  @CsvSource({"HEXLINK_SERVICE_HOST, 10.0.0.1", "HEXLINK_SERVICE_PORT_HTTP, 80", "HEXLINK_PORT, tcp://10.0.0.1:80",
      "HEXLINK_PORT_80_TCP, tcp://10.0.0.1:80", "HEXLINK_PORT_80_TCP_ADDR, 10.0.0.1",
      "HEXLINK_POSTGRES_SERVICE_HOST, 10.0.0.2"})
  void whatAContainerPlatformSetsForServicesIsNoSetting(String name, String value) {
    assertThat(read(Map.of(name, value))).isEmpty();
  }

  @Test
  void aPortIsNotMistakenForAServiceLink() {
    assertRefused(Map.of("HEXLINK_PORT", "8081")).withMessageStartingWith(
        "the environment variable HEXLINK_PORT sets nothing;");
  }

  @Test
  void everyKeyHasItsVariable() {
    assertThat(KNOWN.all()).contains("hexlink.data", "hexlink.adapters.links", "hexlink.codes.key")
        .allSatisfy(key -> assertThat(KNOWN.setBy(KnownKeys.variableOf(key))).contains(key));
  }

  private static PropertySource read(Map<String, String> variables) {
    return new Variables(KNOWN, variables).read();
  }

  private static org.assertj.core.api.ThrowableAssertAlternative<StartRefused> assertRefused(
      Map<String, String> variables) {
    return assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> read(variables));
  }
}
