package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The program behind {@code ./hexlink bench}: measures, prints a table, and keeps every round's figure as JSON. */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT); // figures are written the same everywhere
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return 0;
    }
    try {
      return measure(Options.parse(arguments));
    } catch (Impossible e) {
      System.err.println("hexlink: " + e.why());
      return 1;
    }
  }

  private static int measure(Options options) throws IOException, InterruptedException {
    Path home = Measurement.homeOfProgram();
    return new Measurement(home, options).of((results, findings) -> {
      try (Workspace workspace = new Workspace(home, results)) {
        runAll(options, workspace, findings);
      }
    });
  }

  /** Stops at the first part that cannot be measured, and keeps what was found before. */
  private static void runAll(Options options, Workspace workspace, Findings findings)
      throws IOException, InterruptedException {
    for (Part part : options.parts()) {
      try {
        part.benchmark().run(options, workspace, findings);
      } catch (Impossible e) {
        if (findings.figures().isEmpty()) {
          throw e;
        }
        findings.add(new Check("Everything was measured", false, e.why()));
        return;
      }
    }
  }
}
