package dev.hexlink.embedded.h2;

import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** A process of its own that opens a store and writes to it without end, saying each time what was acknowledged. */
final class OtherProcess {
  static final String OPENED = "opened";
  private static final int BATCH = 20;

  private OtherProcess() {}

  static Process start(Path folder, long seed, Path output) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), OtherProcess.class.getName(), folder.toString(), Long.toString(seed))
        .redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The lines the process has written whole. */
  static List<String> said(Path output) throws IOException {
    String text = Files.readString(output, StandardCharsets.US_ASCII);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  static Samples samples(long seed) {
    return new Samples(new Random(seed));
  }

  /** What the process writes in its n-th round, from the same seed. */
  static Round round(Samples samples, Epoch epoch, int n) {
    List<Link> links = samples.links(n * BATCH, BATCH);
    List<ClassifiedVisit> visits = LongStream.range((long) n * BATCH, (n + 1L) * BATCH)
        .mapToObj(i -> samples.visit(links.get((int) (i % BATCH)), epoch, i)).toList();
    return new Round(links, visits);
  }

  @SuppressWarnings("SystemOut") // how it tells its parent
  public static void main(String[] arguments) {
    H2Store store = H2Store.open(Path.of(arguments[0]));
    System.out.println(OPENED);
    H2Links links = new H2Links(store, new Domains(store));
    H2Visits visits = new H2Visits(store);
    H2VisitBudget budget = new H2VisitBudget(store);
    Samples samples = samples(Long.parseLong(arguments[1]));
    Epoch epoch = samples.epoch();
    for (int n = 0;; n++) {
      Round round = round(samples, epoch, n);
      links.insert(round.links);
      visits.settle(round.visits);
      budget.take(round.links.getFirst().id(), 1, 1);
      System.out.println(n);
    }
  }

  /** Links, and a visit to each. */
  record Round(List<Link> links, List<ClassifiedVisit> visits) {}
}
