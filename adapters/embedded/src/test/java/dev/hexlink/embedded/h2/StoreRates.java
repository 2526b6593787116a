package dev.hexlink.embedded.h2;

import com.sun.management.OperatingSystemMXBean;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures how many links are inserted and visits settled per second, and what the file grows to. Arguments: links, links a batch, visits, visits
 * a batch, and over how many links the visits spread.
 */
final class StoreRates {
  private StoreRates() {}

  @SuppressWarnings("SystemOut") // what it is for
  public static void main(String[] arguments) throws IOException {
    int[] numbers = IntStream.range(0, 5)
        .map(i -> Integer.parseInt(i < arguments.length
            ? arguments[i]
            : List.of("200000", "500", "200000", "1000", "20000").get(i)))
        .toArray();
    Path folder = Files.createTempDirectory("hexlink-rates");
    try {
      H2Store store = H2Store.open(folder);
      Samples samples = new Samples(new Random(1));
      List<Link> links = insert(store, samples, numbers[0], numbers[1]);
      System.out.println("file: " + megabytes(folder) + " MB");
      settle(store, samples, links.subList(0, Math.min(links.size(), numbers[4])), numbers[2], numbers[3]);
      System.out.println("file: " + megabytes(folder) + " MB");
      long start = System.nanoTime();
      store.close();
      System.out.printf("closed in %d ms, file: %d MB%n", (System.nanoTime() - start) / 1_000_000, megabytes(folder));
    } finally {
      TemporaryStore.delete(folder);
    }
  }

  private static List<Link> insert(H2Store store, Samples samples, int count, int batch) {
    H2Links links = new H2Links(store, new Domains(store));
    List<Link> all = new ArrayList<>(count);
    long spent = 0;
    long cpu = cpu();
    for (int from = 0; from < count; from += batch) {
      List<Link> next = samples.links(from, Math.min(batch, count - from));
      long start = System.nanoTime();
      links.insert(next);
      spent += System.nanoTime() - start;
      all.addAll(next);
    }
    System.out.printf("%,d links in batches of %d: %,.0f/s, %.1f µs of CPU each%n", count, batch, count * 1e9 / spent,
        (cpu() - cpu) / 1e3 / count);
    return all;
  }

  private static void settle(H2Store store, Samples samples, List<Link> links, int count, int batch) {
    H2Visits visits = new H2Visits(store);
    Epoch epoch = samples.epoch();
    long spent = 0;
    int stored = 0;
    long cpu = cpu();
    for (int from = 0; from < count; from += batch) {
      List<ClassifiedVisit> next = IntStream.range(from, Math.min(from + batch, count))
          .mapToObj(i -> samples.visit(links.get(samples.random().nextInt(links.size())), epoch, i)).toList();
      long start = System.nanoTime();
      Settlement settlement = visits.settle(next);
      spent += System.nanoTime() - start;
      stored += settlement.stored();
    }
    System.out.printf("%,d visits of %,d links in batches of %d: %,.0f/s, %.1f µs of CPU each, %,d stored%n", count,
        links.size(),
        batch, count * 1e9 / spent, (cpu() - cpu) / 1e3 / count, stored);
  }

  /** What the whole process has used, the making of samples included, in nanoseconds: steadier than time where others work too. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long megabytes(Path folder) throws IOException {
    return Files.size(StoreUrl.in(folder).databaseFile()) >> 20;
  }
}
