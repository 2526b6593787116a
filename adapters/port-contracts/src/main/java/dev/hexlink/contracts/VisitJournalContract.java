package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every {@link VisitJournal} promises while its process lives. */
@ExtendWith(SeededCases.class)
public interface VisitJournalContract {
  Duration PATIENCE = Duration.ofSeconds(20);

  /** The journal of the case: open, at first empty, with room for 10,000 visits. Of files it should need several for 2,000. */
  VisitJournal journal();

  @Test
  default void idsAreDenseAndUniqueInARace(Seeded seeded) {
    int each = 100;
    VisitFacts facts = facts(seeded);
    List<VisitId> ids = Race.of(Race.RUNNERS,
        _ -> IntStream.range(0, each).mapToObj(_ -> appended(journal().append(facts))).toList()).stream()
        .flatMap(List::stream).toList();
    assertThat(ids.stream().map(VisitId::epoch)).containsOnly(current().epoch());
    assertThat(ids.stream().mapToLong(VisitId::sequence).sorted())
        .containsExactlyElementsOf(LongStream.range(0, (long) Race.RUNNERS * each).boxed().toList());
    assertThat(current()).isEqualTo(new JournalEpoch(ids.getFirst().epoch(), 0, 0, ids.size(), true));
    assertThat(journal().status().appended()).isEqualTo(ids.size());
  }

  @Test
  default void readsBackWhatWasAppended(Seeded seeded) {
    List<VisitFacts> facts = oddFacts(seeded);
    List<Visit> visits = facts.stream().map(it -> new Visit(appended(journal().append(it)), it)).toList();
    assertThat(journal().read(current().epoch(), 0, visits.size() + 1)).isEqualTo(visits);
  }

  @Test
  default void keepsWhatItAnsweredInARace(Seeded seeded) {
    List<VisitFacts> facts = IntStream.range(0, Race.RUNNERS).mapToObj(_ -> facts(seeded)).toList();
    List<Visit> visits = Race.of(Race.RUNNERS,
        i -> new Visit(appended(journal().append(facts.get(i))), facts.get(i)));
    assertThat(journal().read(current().epoch(), 0, Race.RUNNERS)).containsExactlyInAnyOrderElementsOf(visits);
  }

  @Test
  default void readsOnInBatchesOfAnySize(Seeded seeded) {
    List<Visit> visits = append(seeded, 2_000);
    for (int most : new int[]{1, 7, 333, 1_999, 5_000}) {
      List<Visit> read = new ArrayList<>();
      while (read.size() < visits.size()) {
        List<Visit> batch = journal().read(current().epoch(), read.size(), most);
        assertThat(batch).hasSizeBetween(1, most);
        read.addAll(batch);
      }
      assertThat(read).isEqualTo(visits);
    }
  }

  @Test
  default void readsFromAnywhere(Seeded seeded) {
    List<Visit> visits = append(seeded, 2_000);
    for (int i = 0; i < 200; i++) {
      int from = seeded.random().nextInt(visits.size());
      int most = 1 + seeded.random().nextInt(visits.size() - from);
      assertThat(journal().read(current().epoch(), from, most)).isEqualTo(visits.subList(from, from + most));
      assertThat(journal().read(current().epoch(), from, most)).isEqualTo(visits.subList(from, from + most));
    }
  }

  @Test
  default void readsWhileItIsAppendedTo(Seeded seeded) {
    int each = 250;
    VisitFacts facts = facts(seeded);
    List<Long> sequences = new ArrayList<>();
    Race.each(5, i -> {
      if (i > 0) {
        IntStream.range(0, each).forEach(_ -> appended(journal().append(facts)));
      } else {
        follow(4 * each, sequences);
      }
    });
    assertThat(sequences).containsExactlyElementsOf(LongStream.range(0, 4L * each).boxed().toList());
  }

  private void follow(int count, List<Long> sequences) throws InterruptedException {
    Epoch epoch = current().epoch();
    while (sequences.size() < count) {
      assertThat(journal().await(sequences.size(), PATIENCE)).as("visit %s came", sequences.size()).isTrue();
      List<Visit> batch = journal().read(epoch, sequences.size(), 64);
      assertThat(batch).as("what was awaited can be read").isNotEmpty();
      batch.forEach(visit -> sequences.add(visit.id().sequence()));
    }
  }

  @Test
  default void findsNothingWhereNothingIs(Seeded seeded) {
    assertThat(journal().read(current().epoch(), 0, 10)).isEmpty();
    append(seeded, 3);
    assertThat(journal().read(current().epoch(), 3, 10)).isEmpty();
    assertThat(journal().read(current().epoch(), 1_000, 10)).isEmpty();
    assertThat(journal().read(seeded.epoch(), 0, 10)).isEmpty();
  }

  @Test
  default void wakesEachWhoAwaits(Seeded seeded) {
    CountDownLatch waiting = new CountDownLatch(8);
    List<Boolean> came = Race.of(9, i -> {
      if (i > 0) {
        waiting.countDown();
        return journal().await(i - 1, PATIENCE);
      }
      waiting.await();
      boolean early = journal().await(0, Duration.ofMillis(50));
      append(seeded, 8);
      return !early;
    });
    assertThat(came).containsOnly(true);
  }

  @Test
  default void awaitsNoLongerThanAsked(Seeded seeded) throws InterruptedException {
    append(seeded, 2);
    assertThat(journal().await(1, Duration.ZERO)).isTrue();
    assertThat(journal().await(2, Duration.ZERO)).isFalse();
    assertThat(journal().await(2, Duration.ofMillis(20))).isFalse();
  }

  @Test
  default void keepsWhatIsNotReleased(Seeded seeded) {
    List<Visit> visits = append(seeded, 2_000);
    journal().release(current().epoch(), 1_500);
    assertThat(current().released()).isEqualTo(1_500);
    assertThat(current().first()).isLessThanOrEqualTo(1_500);
    assertThat(journal().read(current().epoch(), 1_500, 1_000)).isEqualTo(visits.subList(1_500, 2_000));
    journal().release(current().epoch(), 700);
    assertThat(current().released()).as("a release is not taken back").isEqualTo(1_500);
  }

  @Test
  default void releasesNoMoreThanThereIs(Seeded seeded) {
    append(seeded, 10);
    journal().release(current().epoch(), 1_000);
    assertThat(current().released()).isEqualTo(10);
    List<Visit> later = append(seeded, 2);
    assertThat(journal().read(current().epoch(), 10, 5)).isEqualTo(later);
    assertThat(current().end()).isEqualTo(12);
    journal().release(seeded.epoch(), 5);
    assertThat(journal().epochs()).hasSize(1);
  }

  @Test
  default void bearsAnInterruptedAppender(Seeded seeded) {
    VisitFacts facts = facts(seeded);
    List<VisitId> ids = Race.of(8, _ -> {
      Thread.currentThread().interrupt();
      CompletableFuture<VisitId> first = journal().append(facts);
      CompletableFuture<VisitId> second = journal().append(facts);
      assertThat(Thread.interrupted()).as("the interrupt is still there").isTrue();
      return List.of(appended(first), appended(second));
    }).stream().flatMap(List::stream).toList();
    append(seeded, 1);
    assertThat(journal().read(current().epoch(), 0, 100)).hasSize(ids.size() + 1);
  }

  @Test
  default void refusesOnceItIsClosed(Seeded seeded) {
    append(seeded, 1);
    journal().close();
    CompletableFuture<VisitId> answer = journal().append(facts(seeded));
    assertThatThrownBy(() -> answer.orTimeout(20, TimeUnit.SECONDS).join())
        .hasCauseInstanceOf(VisitJournalUnavailable.class);
    assertThat(journal().status().refused()).isEqualTo(1);
    journal().close();
  }

  /** Appends visits one after another. */
  private List<Visit> append(Seeded seeded, int count) {
    List<VisitFacts> facts = Stream.generate(() -> facts(seeded)).limit(count).toList();
    List<CompletableFuture<VisitId>> answers = facts.stream().map(journal()::append).toList();
    return IntStream.range(0, count).mapToObj(i -> new Visit(appended(answers.get(i)), facts.get(i))).toList();
  }

  private JournalEpoch current() {
    JournalEpoch last = journal().epochs().getLast();
    assertThat(last.current()).as("the current epoch is last").isTrue();
    return last;
  }

  private static VisitId appended(CompletableFuture<VisitId> answer) {
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static VisitFacts facts(Seeded seeded) {
    Instant at = seeded.instant();
    return new VisitFacts(seeded.linkId(at), seeded.key(), at, seeded.network(), seeded.random().nextLong(),
        "Mozilla/5.0 (X11; Linux x86_64) " + seeded.word(), "https://" + seeded.word() + ".example/",
        seeded.random().nextBoolean());
  }

  private static List<VisitFacts> oddFacts(Seeded seeded) {
    Set<String> texts = new HashSet<>(List.of("", "plain", "Größe", "漢字", "😀", "\u0000\t\r\n\u007f\u0080",
        "\uFFFE\uFFFF",
        "\uD83D cut", "cut \uD83D", "\uDE00\uD83D turned", "😀".repeat(400), "x" + "😀".repeat(700), "é".repeat(2_000),
        "漢".repeat(2_000), "a".repeat(2_000)));
    List<VisitFacts> facts = new ArrayList<>();
    for (String text : texts) {
      Instant at = seeded.instant();
      LinkKey key = new LinkKey(seeded.host(), seeded.code());
      facts.add(new VisitFacts(seeded.linkId(at), key, at, seeded.network(), 0, text, text, true));
      facts.add(new VisitFacts(seeded.linkId(at), seeded.key(), at, seeded.network(), -1, text, "", false));
      facts.add(new VisitFacts(seeded.linkId(at), seeded.key(), at, seeded.network(), 1, "", text, false));
    }
    facts.add(extreme(new UUID(-1, -1), "a", Instant.ofEpochMilli(-1), new Network(true, (1L << 48) - 1)));
    facts.add(extreme(new UUID(0, 0), "_".repeat(64), Instant.ofEpochMilli(Long.MAX_VALUE), Network.UNKNOWN));
    facts.add(extreme(new UUID(1, -1), "-", Instant.ofEpochMilli(Long.MIN_VALUE), new Network(false, (1L << 24) - 1)));
    return facts;
  }

  private static VisitFacts extreme(UUID link, String code, Instant at, Network network) {
    Host longest = new Host("a.".repeat(127) + "b");
    return new VisitFacts(new LinkId(link), new LinkKey(longest, new ShortCode(code)), at, network, Long.MIN_VALUE,
        "漢".repeat(512), "漢".repeat(1_024), true);
  }
}
