package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitJournal.JournalEpoch;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link VisitJournal} promises besides that keeps visits over the end of its process. */
public interface DurableVisitJournalContract extends VisitJournalContract {
  /** Closes the journal of the case and opens it again in the same place; {@link #journal} answers the new one from then on. */
  VisitJournal reopen();

  @Test
  default void replaysEarlierEpochsUnderTheirOwnIds(Seeded seeded) {
    Map<Epoch, List<Visit>> written = new LinkedHashMap<>();
    for (int count : new int[]{3, 700, 1, 50}) {
      written.put(currentEpoch(), write(seeded, count));
      reopen();
    }
    assertThat(journal().epochs().stream().filter(epoch -> !epoch.current()).map(JournalEpoch::epoch))
        .as("oldest first").containsExactlyElementsOf(written.keySet());
    written.forEach((epoch, visits) -> assertThat(journal().read(epoch, 0, 1_000)).isEqualTo(visits));
  }

  @Test
  default void beginsANewEpochAtEveryOpening(Seeded seeded) {
    List<Epoch> epochs = new ArrayList<>(List.of(currentEpoch()));
    for (int i = 0; i < 5; i++) {
      write(seeded, i % 2);
      reopen();
      epochs.add(currentEpoch());
      assertThat(journal().epochs().getLast())
          .isEqualTo(new JournalEpoch(currentEpoch(), 0, 0, 0, true));
    }
    assertThat(epochs).doesNotHaveDuplicates();
  }

  @Test
  default void replaysWhatIsNotReleased(Seeded seeded) {
    Epoch epoch = currentEpoch();
    List<Visit> visits = write(seeded, 2_000);
    journal().release(epoch, 1_200);
    reopen();
    assertThat(journal().read(epoch, 1_200, 2_000)).isEqualTo(visits.subList(1_200, 2_000));
    JournalEpoch earlier = journal().epochs().getFirst();
    assertThat(earlier.epoch()).isEqualTo(epoch);
    assertThat(earlier.end()).isEqualTo(2_000);
    assertThat(earlier.released()).isLessThanOrEqualTo(1_200);
    assertThat(earlier.current()).isFalse();
  }

  @Test
  default void showsNoEarlierEpochThatIsReleased(Seeded seeded) {
    Epoch epoch = currentEpoch();
    write(seeded, 20);
    reopen();
    journal().release(epoch, 20);
    assertThat(journal().epochs()).extracting(JournalEpoch::epoch).containsExactly(currentEpoch());
  }

  @Test
  default void showsNoEarlierEpochWithoutVisits(Seeded seeded) {
    reopen();
    reopen();
    assertThat(journal().epochs()).hasSize(1);
    write(seeded, 1);
    assertThat(journal().epochs()).hasSize(1);
  }

  @Test
  default void countsFromItsOwnOpening(Seeded seeded) {
    write(seeded, 5);
    reopen();
    assertThat(journal().status().appended()).isZero();
    write(seeded, 2);
    assertThat(journal().status().appended()).isEqualTo(2);
  }

  private Epoch currentEpoch() {
    return journal().epochs().getLast().epoch();
  }

  private List<Visit> write(Seeded seeded, int count) {
    return IntStream.range(0, count).mapToObj(_ -> facts(seeded))
        .map(facts -> new Visit(journal().append(facts).join(), facts)).toList();
  }

  private static VisitFacts facts(Seeded seeded) {
    Instant at = seeded.instant();
    return new VisitFacts(seeded.linkId(at), seeded.key(), at, seeded.network(), seeded.random().nextLong(),
        "Agent/" + seeded.word(), "", false);
  }
}
