package dev.hexlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A run, whose findings are printed, and kept as JSON.
 *
 * @param home the folder of the checkout
 */
public record Measurement(Path home, Terms terms) {
  private static final DateTimeFormatter FILE_NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
      .withZone(ZoneOffset.UTC);

  /** What is measured in a run. */
  @FunctionalInterface
  public interface Measuring {
    /**
     * @param results a folder to work in, on the disk of the checkout
     */
    void measure(Path results, Findings findings) throws IOException, InterruptedException;
  }

  /** The folder of the checkout, as the script that starts the benchmarks names it. */
  public static Path homeOfProgram() {
    return Path.of(System.getProperty("hexlink.home", "")).toAbsolutePath();
  }

  /** Does it, and answers the status the program ends with: 0 only if every check holds. */
  public int of(Measuring measuring) throws IOException, InterruptedException {
    Path results = Files.createDirectories(home.resolve("bootstrap/target/benchmarks"));
    Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Findings findings = new Findings();
    Work before = Work.now();
    measuring.measure(results, findings);
    Report report = new Report(begun, terms, Machine.describe(home), Work.now().othersSince(before), findings);
    System.out.print(terms.markdown() ? report.markdown() : report.text());
    Path file = results.resolve(FILE_NAME.format(begun) + ".json");
    Files.writeString(file, report.json() + "\n");
    System.err.println("Everything that was found is in " + home.relativize(file));
    return findings.checks().stream().allMatch(Check::holds) ? 0 : 1;
  }
}
