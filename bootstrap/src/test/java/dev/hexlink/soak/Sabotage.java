package dev.hexlink.soak;

import dev.hexlink.benchmarks.Check;
import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Impossible;
import dev.hexlink.benchmarks.Table;
import dev.hexlink.contracts.servers.MissingServer;
import dev.hexlink.contracts.servers.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Defects that are built in on purpose, one after the other, and whether the soak in small or a contract notices each. */
final class Sabotage implements Proof {
  private static final Logger LOGS = Logger.getLogger("dev.hexlink");
  private static final int LONGEST_SIGN = 90;

  private final long seed;

  Sabotage(long seed) {
    this.seed = seed;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    LOGS.setLevel(Level.OFF); // the outages are made on purpose
    Path workshop = Files.createTempDirectory(folder, "sabotage-");
    try (TestBroker broker = TestBroker.create()) {
      List<List<String>> rows = new ArrayList<>();
      soak(workshop, Flaw.NONE, findings, rows, false);
      for (Flaw flaw : Flaws.all()) {
        soak(workshop, flaw, findings, rows, true);
      }
      ContractFlaws flaws = new ContractFlaws(broker.uri());
      for (ContractFlaw flaw : flaws.all()) {
        contract(workshop, flaw, findings, rows);
      }
      findings.add(new Table("Sabotage", List.of("Defect", "Looked for by", "Caught", "How it showed"), rows));
    } catch (MissingServer e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    } finally {
      delete(workshop);
    }
  }

  private void soak(Path workshop, Flaw flaw, Findings findings, List<List<String>> rows, boolean expected)
      throws IOException, InterruptedException {
    System.err.println("sabotage: " + flaw.name());
    List<String> noticed = new SmallSoak(Files.createTempDirectory(workshop, "soak-"), flaw, seed).run();
    String how = String.join("; ", noticed);
    rows.add(List.of(flaw.name(), "soak in small", word(!noticed.isEmpty()), how));
    findings.add(new Check(expected ? "Caught: " + flaw.name() : "Nothing is noticed where nothing is broken",
        noticed.isEmpty() != expected, how));
  }

  /** A case that rejects the flawed adapter proves something only if it accepts the sound one. */
  private static void contract(Path workshop, ContractFlaw flawed, Findings findings, List<List<String>> rows) {
    System.err.println("sabotage: " + flawed.flaw().name());
    ContractCase rejecting = new ContractCase(flawed.specimen(), flawed.contractCase());
    Specimen.lookAt(workshop, flawed.flaw().without());
    Optional<Throwable> sound = rejecting.rejection();
    Specimen.lookAt(workshop, flawed.flaw());
    Optional<Throwable> broken = rejecting.rejection();
    String how = sound.map(failure -> "the sound adapter is rejected: " + sign(failure))
        .or(() -> broken.map(Sabotage::sign)).orElse("");
    boolean caught = sound.isEmpty() && broken.isPresent();
    rows.add(
        List.of(flawed.flaw().name(), contractOf(flawed.specimen()) + "." + flawed.contractCase(), word(caught), how));
    findings.add(new Check("Caught: " + flawed.flaw().name(), caught, how));
  }

  private static String contractOf(Class<? extends Specimen> specimen) {
    return specimen.getInterfaces()[0].getSimpleName();
  }

  private static String sign(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    String line = message.substring(Math.max(0, message.indexOf("Expecting")));
    return line.length() <= LONGEST_SIGN ? line : line.substring(0, LONGEST_SIGN) + "…";
  }

  private static String word(boolean caught) {
    return caught ? "yes" : "no";
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
