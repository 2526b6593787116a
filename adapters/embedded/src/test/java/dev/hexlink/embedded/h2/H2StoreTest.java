package dev.hexlink.embedded.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.contracts.Race;
import dev.hexlink.domain.link.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class H2StoreTest {
  @TempDir
  Path folder;

  private H2Store store;
  private H2Links links;
  private final Samples samples = new Samples(new Random(7));

  @BeforeEach
  void open() {
    store = H2Store.open(folder.resolve("data"));
    links = new H2Links(store, new Domains(store));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aFolderThatIsNotThereIsMadeAndMigrated() {
    List<Integer> migrations = store
        .read(connection -> new Sql("select \"installed_rank\" from \"flyway_schema_history\" where \"success\"")
            .all(connection, row -> row.getInt(1)), LinksUnavailable::new);
    assertThat(migrations).isNotEmpty();
    assertThat(store.check().up()).isTrue();
  }

  @Test
  void aFirstStartThatWasCutOffIsBegunAnew() throws SQLException {
    StoreUrl url = StoreUrl.in(folder.resolve("cut-off"));
    try (Connection connection = DriverManager.getConnection(url.unfinished().forMaking(), StoreUrl.USER, "")) {
      new Sql("create table installation (id integer)").run(connection);
    }
    H2Store second = H2Store.open(folder.resolve("cut-off"));
    assertThat(second.check().up()).isTrue();
    second.close();
    assertThat(url.unfinished().databaseFile()).doesNotExist();
  }

  @Test
  void theFileIsItsOwnersAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/hexlink.mv.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void whatWasWrittenIsThereWhenTheStoreIsOpenedAgain() {
    List<Link> inserted = samples.links(0, 50);
    links.insert(inserted);
    store.close();
    open();
    assertThat(inserted).allSatisfy(link -> assertThat(links.find(link.key())).contains(link));
    assertThat(links.highestValue(Samples.STACK)).hasValue(Samples.STACK.valueAt(49));
  }

  @Test
  void aClosedStoreGivesNoAnswer() {
    store.close();
    assertThatThrownBy(() -> links.find(samples.link(0).key())).isInstanceOf(LinksUnavailable.class);
    assertThatThrownBy(() -> links.insert(samples.links(0, 1))).isInstanceOf(LinksUnavailable.class);
    assertThat(store.check().up()).isFalse();
    store.close();
  }

  @Test
  void aFailingDiskIsAnOutageAndNothingAcknowledgedIsLostWhenItIsMended() {
    FailingDisk disk = FailingDisk.registered();
    H2Store failing = H2Store.open(new StoreUrl(FailingDisk.SCHEME, folder.resolve("failing")));
    try {
      H2Links onDisk = new H2Links(failing, new Domains(failing));
      List<Link> acknowledged = samples.links(0, 40);
      acknowledged.forEach(link -> onDisk.insert(List.of(link)));
      Link unsure = samples.link(41);

      disk.fail(true);
      assertThatThrownBy(() -> onDisk.insert(List.of(unsure))).isInstanceOf(LinksUnavailable.class);
      assertThatThrownBy(() -> onDisk.insert(samples.links(42, 3))).isInstanceOf(LinksUnavailable.class);

      disk.fail(false);
      await().ignoreExceptions().untilAsserted(() -> assertThat(failing.check().up()).isTrue());
      await().ignoreExceptions().untilAsserted(() -> assertThat(onDisk.insert(List.of(unsure))).isEmpty());
      for (Link link : acknowledged) {
        await().ignoreExceptionsInstanceOf(LinksUnavailable.class)
            .untilAsserted(() -> assertThat(onDisk.find(link.key())).contains(link));
      }
    } finally {
      disk.fail(false);
      failing.close();
    }
  }

  @Test
  void aStoreThatWasCutOffIsOpenedAnew() {
    List<Link> inserted = samples.links(0, 30);
    links.insert(inserted);
    var _ = catchThrowable(() -> store.write(connection -> new Sql("shutdown immediately").run(connection),
        LinksUnavailable::new));
    await().ignoreExceptionsInstanceOf(LinksUnavailable.class)
        .untilAsserted(() -> assertThat(links.insert(samples.links(50, 3))).isEmpty());
    for (Link link : inserted) {
      await().ignoreExceptionsInstanceOf(LinksUnavailable.class)
          .untilAsserted(() -> assertThat(links.find(link.key())).contains(link));
    }
  }

  @Test
  void aCallerThatComesInInterruptedIsServedAndStaysInterrupted() {
    Link link = samples.link(0);
    Thread.currentThread().interrupt();
    assertThat(links.insert(List.of(link))).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(links.find(link.key())).contains(link);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(links.insert(samples.links(1, 1))).as("the store lives on").isEmpty();
  }

  @Test
  void interruptsInTheMiddleHarmNothing() {
    int writers = 4;
    Race.each(writers + 1, i -> {
      if (i == writers) {
        return;
      }
      Samples own = new Samples(new Random(i));
      AtomicBoolean writing = new AtomicBoolean(true);
      Thread writer = Thread.currentThread();
      Thread interrupter = Thread.ofPlatform().start(() -> {
        while (writing.get()) {
          writer.interrupt();
          Thread.onSpinWait();
        }
      });
      try {
        for (int n = 0; n < 200; n++) {
          Link link = own.link(n);
          assertThat(links.insert(List.of(link))).isEmpty();
          assertThat(links.find(link.key())).contains(link);
        }
      } finally {
        writing.set(false);
        boolean ended = false;
        while (!ended) {
          try {
            interrupter.join();
            ended = true;
          } catch (InterruptedException e) {
            ended = false; // by the interrupter itself
          }
        }
        var _ = Thread.interrupted();
      }
    });
    assertThat(store.check().up()).isTrue();
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    Link link = samples.link(0);
    assertThatThrownBy(() -> store.write(connection -> {
      new LinkInserts(new Domains(store)).insert(connection, List.of());
      new Sql("insert into stacks (stack_index, name) values (3, 'half')").run(connection);
      throw new SQLException("broken off");
    }, LinksUnavailable::new)).isInstanceOf(LinksUnavailable.class).hasMessageContaining("broken off");
    boolean half = store.read(connection -> new Sql("select 1 from stacks where name = 'half'").finds(connection),
        LinksUnavailable::new);
    assertThat(half).isFalse();
    assertThat(links.insert(List.of(link))).isEmpty();
  }

  @Test
  void anAnswerThatIsNoOutageComesThroughAsItIs() {
    assertThatThrownBy(() -> store.write(_ -> {
      throw new CodeCounterUnavailable("none left");
    }, LinksUnavailable::new)).isInstanceOf(CodeCounterUnavailable.class).hasMessage("none left");
  }

  @Test
  void readersDoNotWaitForTheWriter() throws InterruptedException {
    Link link = samples.link(0);
    links.insert(List.of(link));
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Thread writer = Thread.ofPlatform().start(() -> store.write(connection -> {
      new Sql("update links set title = 'x'").run(connection);
      inside.countDown();
      waitFor(over);
      return link;
    }, LinksUnavailable::new));
    waitFor(inside);
    assertThat(links.find(link.key())).as("what was committed").contains(link);
    over.countDown();
    writer.join();
    assertThat(links.find(link.key()).orElseThrow().title()).isNotNull();
  }

  @Test
  void theFileStaysSmallUnderManySmallCommits() throws IOException {
    for (int n = 0; n < 1_500; n++) {
      links.insert(samples.links(n * 10, 10));
    }
    long open = Files.size(folder.resolve("data/hexlink.mv.db"));
    store.close();
    long closed = Files.size(folder.resolve("data/hexlink.mv.db"));
    assertThat(closed).as("compacted at stop").isLessThan(40L << 20).isLessThanOrEqualTo(open);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
