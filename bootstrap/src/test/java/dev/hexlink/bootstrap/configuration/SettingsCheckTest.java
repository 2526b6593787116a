package dev.hexlink.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.hexlink.application.api.StartRefused;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  private static final KnownKeys KNOWN = KnownKeys.onClassPath(SettingsCheckTest.class.getClassLoader());

  @Test
  void whatSomebodyReadsPasses() {
    assertThatNoException().isThrownBy(() -> check(Map.of("hexlink.data", "x", "hexlink.domains[0]", "a.example",
        "hexlink.codes.blockSize", "5", "micronaut.server.port", "1")));
  }

  @Test
  void anUnknownKeyIsNamedWithItsValueAndNearMiss() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> check(Map.of("hexlink.adapters.link", "h2")))
        .withMessage("the key hexlink.adapters.link = h2 in test sets nothing; did you mean hexlink.adapters.links?");
  }

  @Test
  void theValueOfWhatMayBeASecretIsNotShown() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> check(Map.of("hexlink.initial-apikey", "s3cret")))
        .withMessageNotContaining("s3cret").withMessageEndingWith("did you mean hexlink.initial-api-key?");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "hexlink.roles | api,cook | redirect, api, worker, keygen",
      "hexlink.access | closed | open, keys",
      "hexlink.stack | A b | 1 to 32 of a-z, 0-9 and -",
      "hexlink.base-url | go.example.org | an http or https URL without a path, such as https://go.example.org",
      "hexlink.base-url | https://go.example.org/s | an http or https URL without a path, such as https://go.example.org",
      "hexlink.base-url | ftp://go.example.org | an http or https URL without a path, such as https://go.example.org",
      "hexlink.domains | a_b | host names, such as go.example.org",
      "hexlink.codes.policy | sqids | leased-counter, pool, snowflake, random",
      "hexlink.codes.alphabet | abc | 16 to 62 letters and digits, each once",
      "hexlink.codes.shortest-length | 3 | a whole number from 4 to 10",
      "hexlink.codes.block-size | 100001 | a whole number from 1 to 100000",
      "hexlink.codes.pool-refill-below | 10001 | a whole number from 1 to 10000",
      "hexlink.codes.random-length | 11 | a whole number from 12 to 64",
      "hexlink.codes.shortest-slug | 0 | a whole number from 1 to 64",
      "hexlink.limits.creates-per-minute | many | a whole number",
      "hexlink.limits.creates-per-minute | -1 | a whole number from 0 to 2147483647",
      "hexlink.journal.enabled | maybe | true or false",
      "hexlink.journal.sync | never | group, wait",
      "hexlink.journal.retention | soon | a time such as 5ms, 2s or 24h",
      "hexlink.journal.most-bytes | much | a size such as 512KB, 64MB or 10GB"})
  void aValueThatCannotBeIsNamedWithItsKeyAndTheChoices(String key, String value, String choices) {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> check(Map.of(key, value)))
        .withMessageStartingWith(key + " is \"").withMessageEndingWith("\"; it can be " + choices)
        .satisfies(refused -> org.assertj.core.api.Assertions.assertThat(refused.setting()).isEqualTo(key));
  }

  @Test
  void whatAnAdaptersRecordRefusesIsOneLineToo() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> check(Map.of("hexlink.journal.segment-size", "1KB")))
        .withMessageStartingWith("hexlink.journal.segment-size is from");
  }

  @Test
  void aKeyThatIsNoneIsRefusedWithoutBeingShown() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> check(Map.of("hexlink.codes.key", "s3cret")))
        .withMessage("hexlink.codes.key is not what it can be: 32 hexadecimal digits");
  }

  private static void check(Map<String, ?> properties) {
    try (ApplicationContext context = Contexts.with(Map.of(), properties)) {
      new SettingsCheck(KNOWN, context).run();
    }
  }
}
