package dev.hexlink.soak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.benchmarks.Measurement;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -Dhexlink.soak.seconds=…} lets it last longer than two minutes, {@code -Dhexlink.seed=…} repeats its plan. */
@Tag("slow")
@Tag("server")
class SoakTest {
  private static final String SECONDS = System.getProperty("hexlink.soak.seconds", "120");
  private static final String SEED = System.getProperty("hexlink.seed", Long.toString(System.nanoTime()));

  @Test
  void nothingIsLostOrDoubledWhateverDies() throws Exception {
    ProofOptions options = ProofOptions.parse("soak", "--seconds", SECONDS, "--seed", SEED, "--lenient");
    Path home = requireNonNull(Path.of("").toAbsolutePath().getParent());

    assertThat(new Measurement(home, options).of(options.name().proof(options)::run)).isZero();
  }
}
