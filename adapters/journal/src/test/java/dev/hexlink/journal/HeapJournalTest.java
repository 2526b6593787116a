package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.VisitJournalContract;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeapJournalTest implements VisitJournalContract {
  private static final int MOST = 10_000;
  private final HeapJournal journal = new HeapJournal(MOST, new Random(1));

  @Override
  public VisitJournal journal() {
    return journal;
  }

  @Test
  void refusesAtItsBoundUntilVisitsAreReleased(Seeded seeded) {
    for (int i = 0; i < MOST; i++) {
      journal.append(SomeVisits.facts(seeded)).join();
    }
    assertThat(journal.append(SomeVisits.facts(seeded))).isCompletedExceptionally();
    assertThat(journal.status().refused()).isEqualTo(1);
    assertThat(journal.status().failing()).contains("bound of 10000 visits");
    journal.release(journal.epochs().getFirst().epoch(), 1);
    assertThat(journal.append(SomeVisits.facts(seeded)).join().sequence()).isEqualTo(MOST);
    assertThat(journal.status().failing()).isEmpty();
  }
}
