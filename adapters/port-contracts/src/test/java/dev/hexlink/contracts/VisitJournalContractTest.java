package dev.hexlink.contracts;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every broken journal is rejected, and here stands by which cases. */
@Tag("slow")
class VisitJournalContractTest {
  @Test
  void handingOutASequenceTwiceIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      VisitId write(VisitFacts facts) {
        long sequence = nextSequence();
        Gap.pass();
        return write(sequence, facts);
      }
    }, "idsAreDenseAndUniqueInARace");
  }

  @Test
  void skippingASequenceIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      synchronized long nextSequence() {
        long next = super.nextSequence();
        return next < 70 ? next : next + 1;
      }
    }, "idsAreDenseAndUniqueInARace", "readsWhileItIsAppendedTo");
  }

  @Test
  void answeringBeforeItIsWrittenIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      synchronized VisitId write(long sequence, VisitFacts facts) {
        VisitId id = new VisitId(epochs().getLast().epoch(), sequence);
        Thread.ofPlatform().daemon().start(() -> super.write(sequence, facts));
        Gap.pass();
        return id;
      }
    }, "idsAreDenseAndUniqueInARace");
  }

  @Test
  void carryingOnlyWellFormedTextIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      VisitId write(VisitFacts facts) {
        return super.write(new VisitFacts(facts.link(), facts.key(), facts.at(), facts.network(), facts.visitor(),
            recoded(facts.userAgent()), recoded(facts.referrer()), facts.prefetch()));
      }

      private String recoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }, "readsBackWhatWasAppended");
  }

  @Test
  void forgettingAFieldIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      VisitId write(VisitFacts facts) {
        return super.write(new VisitFacts(facts.link(), facts.key(), facts.at(), facts.network(), facts.visitor(),
            facts.userAgent(), facts.referrer(), false));
      }
    }, "readsBackWhatWasAppended", "readsOnInBatchesOfAnySize");
  }

  @Test
  void readingOneTooLateIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      public synchronized List<Visit> read(Epoch of, long from, int most) {
        return super.read(of, from == 0 ? 0 : from + 1, most);
      }
    }, "readsOnInBatchesOfAnySize", "readsFromAnywhere", "readsWhileItIsAppendedTo", "keepsWhatIsNotReleased");
  }

  @Test
  void readingMoreThanAskedIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      public synchronized List<Visit> read(Epoch of, long from, int most) {
        return super.read(of, from, most + 1);
      }
    }, "readsOnInBatchesOfAnySize", "readsFromAnywhere");
  }

  @Test
  void readingTheCurrentEpochForAnyIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      public synchronized List<Visit> read(Epoch of, long from, int most) {
        return super.read(epochs().getLast().epoch(), from, most);
      }
    }, "findsNothingWhereNothingIs");
  }

  @Test
  void wakingNobodyIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      public synchronized boolean await(long sequence, Duration time) {
        return nextSequence() > sequence;
      }
    }, "wakesEachWhoAwaits");
  }

  @Test
  void wakingTooEarlyIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      public synchronized boolean await(long sequence, Duration time) {
        return true;
      }
    }, "awaitsNoLongerThanAsked");
  }

  @Test
  void forgettingWhatIsNotReleasedIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      public synchronized void release(Epoch of, long below) {
        disk().getOrDefault(of, List.of()).clear();
      }
    }, "keepsWhatIsNotReleased", "releasesNoMoreThanThereIs");
  }

  @Test
  void takingVisitsAfterTheCloseIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      synchronized boolean isClosed() {
        return false;
      }
    }, "refusesOnceItIsClosed");
  }

  @Test
  void throwingInsteadOfAnsweringIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      CompletableFuture<VisitId> refusal() {
        throw new AssertionError("closed");
      }
    }, "refusesOnceItIsClosed");
  }

  @Test
  void sufferingFromAnInterruptIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      VisitId write(VisitFacts facts) {
        if (Thread.currentThread().isInterrupted()) {
          close();
        }
        return super.write(facts);
      }
    }, "bearsAnInterruptedAppender");
  }

  @Test
  void forgettingOnReopenIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      ModelJournal reopened() {
        return new ModelJournal();
      }
    }, "replaysEarlierEpochsUnderTheirOwnIds", "replaysWhatIsNotReleased");
  }

  @Test
  void forgettingTheLastVisitOnReopenIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      ModelJournal reopened() {
        disk().values().forEach(visits -> visits.removeLast());
        return super.reopened();
      }
    }, "replaysEarlierEpochsUnderTheirOwnIds", "replaysWhatIsNotReleased");
  }

  @Test
  void reusingAnEpochIsRejected() {
    rejected(() -> new SameEpoch(new LinkedHashMap<>()), "beginsANewEpochAtEveryOpening",
        "replaysEarlierEpochsUnderTheirOwnIds");
  }

  @Test
  void showingReleasedEpochsIsRejected() {
    rejected(() -> new ShowsAll(new LinkedHashMap<>(), false), "showsNoEarlierEpochThatIsReleased");
  }

  @Test
  void showingEpochsWithoutVisitsIsRejected() {
    rejected(() -> new ShowsAll(new LinkedHashMap<>(), true), "showsNoEarlierEpochWithoutVisits");
  }

  @Test
  void countingFromAnEarlierOpeningIsRejected() {
    rejected(() -> new ModelJournal() {
      @Override
      ModelJournal reopened() {
        long before = status().appended();
        return new ModelJournal(disk()) {
          @Override
          public synchronized JournalStatus status() {
            JournalStatus now = super.status();
            return new JournalStatus(before + now.appended(), now.refused(), now.damaged(), now.bytes(),
                now.failing());
          }
        };
      }
    }, "countsFromItsOwnOpening");
  }

  private static void rejected(Supplier<ModelJournal> broken, String... cases) {
    JournalSubject.making(broken);
    Trial.rejects(JournalSubject.class, cases);
  }

  /** A journal whose source of epochs begins anew with every process. */
  private static final class SameEpoch extends ModelJournal {
    SameEpoch(Map<Epoch, List<Visit>> disk) {
      super(disk);
    }

    @Override
    Epoch newEpoch(Random random) {
      return new Epoch(1, 2);
    }

    @Override
    ModelJournal reopened() {
      return new SameEpoch(disk());
    }
  }

  /** A journal that shows earlier epochs whose visits are released, or that never had any. */
  private static final class ShowsAll extends ModelJournal {
    private final boolean empty;

    ShowsAll(Map<Epoch, List<Visit>> disk, boolean empty) {
      super(disk);
      this.empty = empty;
    }

    @Override
    void sweep(Map<Epoch, List<Visit>> left) {}

    @Override
    boolean isShown(JournalEpoch earlier) {
      return empty || earlier.end() > 0;
    }

    @Override
    ModelJournal reopened() {
      return new ShowsAll(disk(), empty);
    }
  }

  static class JournalSubject implements DurableVisitJournalContract {
    private static Supplier<ModelJournal> maker = ModelJournal::new;
    private ModelJournal journal = maker.get();

    static void making(Supplier<ModelJournal> broken) {
      maker = broken;
    }

    @Override
    public VisitJournal journal() {
      return journal;
    }

    @Override
    public VisitJournal reopen() {
      journal.close();
      journal = journal.reopened();
      return journal;
    }
  }
}
