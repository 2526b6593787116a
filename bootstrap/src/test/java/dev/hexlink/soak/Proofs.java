package dev.hexlink.soak;

import dev.hexlink.benchmarks.Impossible;
import dev.hexlink.benchmarks.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The program behind {@code ./hexlink bench soak} and its like. */
public final class Proofs {
  private Proofs() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT); // figures are written the same everywhere
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(ProofOptions.HELP);
      return 0;
    }
    try {
      return show(Measurement.homeOfProgram(), ProofOptions.parse(arguments));
    } catch (Impossible e) {
      System.err.println("hexlink: " + e.why());
      return 1;
    }
  }

  /**
   * Shows it, and answers the status the program ends with: 0 only if everything holds.
   *
   * @param home the folder of the checkout
   */
  static int show(Path home, ProofOptions options) throws IOException, InterruptedException {
    return new Measurement(home, options).of(options.name().proof(options)::run);
  }
}
