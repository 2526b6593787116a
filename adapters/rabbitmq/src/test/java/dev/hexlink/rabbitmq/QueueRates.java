package dev.hexlink.rabbitmq;

import com.sun.management.OperatingSystemMXBean;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.servers.TestBroker;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Measures how many visits are published and delivered per second, by a worker that does nothing with them. Arguments: visits, visits a batch, and
 * consumers.
 */
final class QueueRates {
  private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

  private QueueRates() {}

  @SuppressWarnings("SystemOut") // what it is for
  public static void main(String[] arguments) throws InterruptedException {
    int[] numbers = IntStream.range(0, 3)
        .map(i -> Integer.parseInt(i < arguments.length ? arguments[i] : List.of("2000000", "1000", "2").get(i)))
        .toArray();
    List<Visit> visits = inTheirOrder(SomeVisits.of(new Seeded(1), numbers[1]));
    long bytes = LetterWriter.write(visits).stream().mapToLong(letter -> letter.letter().body().length).sum();
    System.out.printf("%,d visits in batches of %,d, %,d bytes each%n", numbers[0], numbers[1], bytes / numbers[1]);
    write(visits, numbers[0]);
    read(visits, numbers[0]);
    try (TestBroker broker = TestBroker.create()) {
      publish(broker, visits, numbers);
      drain(broker, numbers);
      endToEnd(broker, visits, numbers);
    }
  }

  /** A few in each millisecond, as a journal has them. */
  private static List<Visit> inTheirOrder(List<Visit> visits) {
    Instant first = visits.getFirst().facts().at();
    return visits.stream().map(visit -> {
      VisitFacts facts = visit.facts();
      return new Visit(visit.id(),
          new VisitFacts(facts.link(), facts.key(), first.plusMillis(visit.id().sequence() / 5),
              facts.network(), facts.visitor(), BROWSER, facts.referrer(), facts.prefetch()));
    }).toList();
  }

  private static void write(List<Visit> visits, int count) {
    Start start = Start.now();
    int letters = 0;
    for (int n = 0; n < count; n += visits.size()) {
      letters += LetterWriter.write(visits).size();
    }
    say("written as JSON", (long) letters * visits.size(), start);
  }

  private static void read(List<Visit> visits, int count) {
    byte[] letter = LetterWriter.write(visits).getFirst().letter().body();
    Start start = Start.now();
    long read = 0;
    while (read < count) {
      read += LetterReader.read(letter).visits().size();
    }
    say("read from JSON", read, start);
  }

  private static void publish(TestBroker broker, List<Visit> visits, int[] numbers) {
    try (RabbitVisitQueue queue = Queues.at(broker.uri())) {
      queue.publish(visits);
      Start start = Start.now();
      say("published and confirmed, nobody reading", publishAll(queue, visits, numbers[0]), start);
    }
  }

  private static long publishAll(RabbitVisitQueue queue, List<Visit> visits, int count) {
    long confirmed = 0;
    while (confirmed < count) {
      confirmed += queue.publish(visits).size();
    }
    return confirmed;
  }

  private static void drain(TestBroker broker, int[] numbers) throws InterruptedException {
    try (RabbitVisitQueue queue = Queues.at(broker.uri(), 64, numbers[2])) {
      CountDownLatch all = new CountDownLatch(1);
      AtomicLong arrived = new AtomicLong();
      Start start = Start.now();
      queue.deliverTo(batch -> {
        if (arrived.addAndGet(batch.size()) >= numbers[0]) {
          all.countDown();
        }
      });
      all.await();
      say("delivered, nobody publishing", arrived.get(), start);
    }
  }

  private static void endToEnd(TestBroker broker, List<Visit> visits, int[] numbers) throws InterruptedException {
    try (RabbitVisitQueue queue = Queues.at(broker.uri(), 64, numbers[2])) {
      CountDownLatch all = new CountDownLatch(1);
      AtomicLong arrived = new AtomicLong();
      Start start = Start.now();
      queue.deliverTo(batch -> {
        if (arrived.addAndGet(batch.size()) >= numbers[0]) {
          all.countDown();
        }
      });
      publishAll(queue, visits, numbers[0]);
      all.await();
      say("published and delivered at the same time", arrived.get(), start);
    }
  }

  private record Start(long nanoTime, long cpu) {
    static Start now() {
      return new Start(System.nanoTime(), QueueRates.cpu());
    }
  }

  /** What the whole process has used, in nanoseconds: steadier than time where others work too. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  @SuppressWarnings("SystemOut") // what it is for
  private static void say(String what, long visits, Start start) {
    System.out.printf("%s: %,.0f visits/s, %.2f µs of CPU each%n", what,
        visits * 1e9 / (System.nanoTime() - start.nanoTime), (cpu() - start.cpu) / 1e3 / visits);
  }
}
