package dev.hexlink.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.contracts.Outage;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.contracts.servers.FreePort;
import dev.hexlink.contracts.servers.PrivateBroker;
import dev.hexlink.contracts.servers.TlsFiles;
import dev.hexlink.domain.visit.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SeededCases.class)
class TlsTest {
  @TempDir
  private static Path folder;

  private PrivateBroker broker;
  private final int otherPort = FreePort.next();

  @BeforeAll
  void startBroker() {
    broker = PrivateBroker.createWithTls("listeners.ssl.other = 127.0.0.2:" + otherPort);
  }

  @AfterAll
  void endBroker() {
    broker.close();
  }

  @Test
  void visitsArriveThroughTls(Seeded some) {
    Recorder worker = new Recorder();
    try (RabbitVisitQueue queue = queue(broker.tlsUri(), broker.tls().certificate())) {
      queue.deliverTo(worker);
      List<Visit> visits = SomeVisits.of(some, 10);
      assertThat(queue.publish(visits)).isEqualTo(SomeVisits.ids(visits));
      await().untilAsserted(() -> assertThat(worker.ids()).containsAll(SomeVisits.ids(visits)));
    }
  }

  @Test
  void aHangingWriteThroughTlsIsFreedToo(Seeded some) {
    try (RabbitVisitQueue queue = queue(broker.tlsUri(), broker.tls().certificate())) {
      queue.publish(SomeVisits.of(some, 1));
      List<Visit> many = SomeVisits.of(some, 100_000);
      broker.pause();
      long start = System.nanoTime();
      try {
        Outage.isSaid(VisitQueueUnavailable.class, () -> queue.publish(many));
      } finally {
        broker.resume();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
      await().atMost(Duration.ofSeconds(30)).ignoreExceptions()
          .untilAsserted(() -> assertThat(queue.publish(SomeVisits.of(some, 1))).hasSize(1));
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused(Seeded some) throws IOException {
    TlsFiles others = TlsFiles.in(Files.createDirectory(folder.resolve("others")));
    assertRefused(broker.tlsUri(), others.certificate(), some, "certificate is not accepted");
  }

  @Test
  void whatTheJvmDoesNotTrustIsRefused(Seeded some) {
    assertRefused(broker.tlsUri(), null, some, "certificate is not accepted");
  }

  @Test
  void aCertificateForAnotherNameIsRefused(Seeded some) {
    assertRefused("amqps://guest:guest@127.0.0.2:" + otherPort, broker.tls().certificate(), some, "127.0.0.2");
  }

  @Test
  void aFileThatIsNotThereIsNamed(Seeded some) {
    assertRefused(broker.tlsUri(), folder.resolve("nowhere.pem"), some, "hexlink.rabbitmq.ca");
  }

  @Test
  void aFileWithoutCertificatesIsNamed(Seeded some) throws IOException {
    assertRefused(broker.tlsUri(), Files.createFile(folder.resolve("empty.pem")), some, "hexlink.rabbitmq.ca");
  }

  private static void assertRefused(String uri, @Nullable Path ca, Seeded some, String reason) {
    try (RabbitVisitQueue queue = queue(uri, ca)) {
      assertThatThrownBy(() -> queue.publish(SomeVisits.of(some, 1))).isInstanceOf(VisitQueueUnavailable.class)
          .hasMessageContaining(reason);
      assertThat(queue.check().detail()).contains(reason).doesNotContain("guest:guest");
    }
  }

  private static RabbitVisitQueue queue(String uri, @Nullable Path ca) {
    return new RabbitVisitQueue(new RabbitConfiguration(uri, List.of(), ca, 64, 2), new Random());
  }
}
