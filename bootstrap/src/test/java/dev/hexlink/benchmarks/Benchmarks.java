package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The program behind {@code ./hexlink bench}: measures, prints a table, and keeps every round's figure as JSON. */
public final class Benchmarks {
  private static final DateTimeFormatter FILE_NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);

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
    Path home = Path.of(System.getProperty("hexlink.home", "")).toAbsolutePath();
    Path results = Files.createDirectories(home.resolve("bootstrap/target/benchmarks"));
    Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Findings findings = new Findings();
    Work before = Work.now();
    try (Workspace workspace = new Workspace(home, results)) {
      runAll(options, workspace, findings);
    }
    Report report = new Report(begun, options, Machine.describe(home), Work.now().othersSince(before), findings);
    System.out.print(options.markdown() ? report.markdown() : report.text());
    Path file = results.resolve(FILE_NAME.format(begun) + ".json");
    Files.writeString(file, report.json() + "\n");
    System.err.println("Every round is in " + home.relativize(file));
    return findings.checks().stream().allMatch(Check::holds) ? 0 : 1;
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
