package dev.hexlink.contracts;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.CountedQuarter;
import dev.hexlink.application.spi.StoredRecord.FirstDay;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.KnownStack;
import dev.hexlink.application.spi.StoredRecord.LentNumber;
import dev.hexlink.application.spi.StoredRecord.Mark;
import dev.hexlink.application.spi.StoredRecord.NextCount;
import dev.hexlink.application.spi.StoredRecord.Pin;
import dev.hexlink.application.spi.StoredRecord.Purged;
import dev.hexlink.application.spi.StoredRecord.Quarantined;
import dev.hexlink.application.spi.StoredRecord.Settled;
import dev.hexlink.application.spi.StoredRecord.StoredLink;
import dev.hexlink.application.spi.StoredRecord.StoredVisit;
import dev.hexlink.application.spi.StoredRecord.Taken;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.visit.SequenceRange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class StoreContentsContractTest {
  @Nested
  class Heap implements StoreContentsContract {
    @Override
    public StoreUnderTest newStore() {
      return HeapStore.whole();
    }

    @Override
    public Optional<StoreContents> unreachableStoreContents() {
      return Optional.of(Unreachable.port(StoreContents.class, () -> new LinksUnavailable("down")));
    }
  }

  @Test
  void readingTwiceIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      Stream<StoredRecord> records() {
        return super.records()
            .flatMap(record -> record instanceof Purged ? Stream.of(record, record) : Stream.of(record));
      }
    }, "everyRecordIsReadOnceAndAfterThoseItRefersTo");
  }

  @Test
  void readingVisitsBeforeTheirLinksIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      Stream<StoredRecord> records() {
        List<StoredRecord> records = new ArrayList<>(super.records().toList());
        return records.reversed().stream();
      }
    }, "everyRecordIsReadOnceAndAfterThoseItRefersTo", "pinsAreReadInTheirOrder");
  }

  @Test
  void readingOnePageIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      Stream<StoredRecord> records() {
        return Stream.concat(super.records().filter(record -> !(record instanceof StoredVisit)),
            super.records().filter(StoredVisit.class::isInstance).limit(1_000));
      }
    }, "aMovedStoreAnswersTheSame");
  }

  @Test
  void leavingRetiredLinksOutIsRejected() {
    notWriting(record -> record instanceof StoredLink(var link) && link.retiredAt() != null,
        "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
  }

  @Test
  void losingWhatKeepsPromisesIsRejected() {
    notWriting(NextCount.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(Settled.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(Mark.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(Taken.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(LentNumber.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(Purged.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(FirstDay.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(KnownStack.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreGoesOn");
    notWriting(CountedQuarter.class::isInstance, "aMovedStoreHoldsTheSameRecords", "aMovedStoreAnswersTheSame");
    notWriting(Quarantined.class::isInstance, "aMovedStoreHoldsTheSameRecords");
    notWriting(KnownHost.class::isInstance, "aMovedStoreHoldsTheSameRecords");
  }

  private void notWriting(Predicate<StoredRecord> lost, String... cases) {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      void write(StoredRecord record) {
        if (!lost.test(record)) {
          super.write(record);
        }
      }
    }, cases);
  }

  @Test
  void aKindThatIsNeverReadIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      Stream<StoredRecord> records() {
        return super.records().filter(record -> !(record instanceof Taken));
      }
    }, "everyRecordIsReadOnceAndAfterThoseItRefersTo", "aMovedStoreGoesOn");
  }

  @Test
  void pinsWithoutOrderAreRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      void write(StoredRecord record) {
        if (record instanceof Pin(var link)) {
          store.hotLinks.pins.addFirst(link);
        } else {
          super.write(record);
        }
      }
    }, "aMovedStoreHoldsTheSameRecords", "aMovedStoreAnswersTheSame");
  }

  @Test
  void stacksByOtherIndicesAreRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      void write(StoredRecord record) {
        super.write(record instanceof KnownStack(var stack)
            ? new KnownStack(new Stack(stack.name(), 1 - stack.index()))
            : record);
      }
    }, "aMovedStoreAnswersTheSame");
  }

  @Test
  void rangesWithoutTheirGapsAreRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      void write(StoredRecord record) {
        super.write(record instanceof Settled(var epoch, var range)
            ? new Settled(epoch, new SequenceRange(0, range.end()))
            : record);
      }
    }, "aMovedStoreHoldsTheSameRecords", "aMovedStoreAnswersTheSame");
  }

  @Test
  void writingRecordByRecordIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      public void writeAll(Iterator<StoredRecord> records) {
        if (!isEmpty()) {
          throw new IllegalStateException("not empty");
        }
        records.forEachRemaining(this::write);
      }
    }, "aMoveThatIsCutOffLeavesTheStoreEmpty");
  }

  @Test
  void writingOverWhatIsThereIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      public void writeAll(Iterator<StoredRecord> records) {
        records.forEachRemaining(this::write);
      }
    }, "aStoreThatIsNotEmptyIsNotWrittenInto");
  }

  @Test
  void emptyMeaningWithoutLinksIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      public boolean isEmpty() {
        return records().noneMatch(StoredLink.class::isInstance);
      }
    }, "whatWasEverUsedIsNotEmpty");
  }

  @Test
  void stoppingAtOddTextIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      void write(StoredRecord record) {
        if (!(record instanceof StoredVisit(var visit)) || visit.visit().facts().userAgent().indexOf('\0') < 0) {
          super.write(record);
        }
      }
    }, "textThatTheStoreCannotHoldDoesNotStopAMove");
  }

  @Test
  void swallowingWhatTheTakerThrowsIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      public void readAll(Consumer<StoredRecord> taker) {
        try {
          super.readAll(taker);
        } catch (UnsupportedOperationException e) {
          throw new LinksUnavailable("down", e);
        }
      }
    }, "whatTheTakerThrowsEndsTheReading");
  }

  @Test
  void beingBornWithMoreThanTheDefaultHostIsRejected() {
    rejected(store -> new HeapStoreContents(store) {
      @Override
      Stream<StoredRecord> records() {
        return Stream.concat(super.records(), Stream.of(new KnownHost(new Host("other.example"))));
      }
    }, "aNewStoreIsEmpty");
  }

  @Test
  void readingAnOutageAsEmptyIsRejected() {
    Subject.reset(HeapStoreContents::new, new HeapStoreContents(new HeapStore()));
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsEmpty");
  }

  private static void rejected(Function<HeapStore, StoreContents> broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements StoreContentsContract {
    private static Function<HeapStore, StoreContents> contents = HeapStoreContents::new;
    private static @Nullable StoreContents unreachable;

    static void reset(Function<HeapStore, StoreContents> broken, @Nullable StoreContents outage) {
      contents = broken;
      unreachable = outage;
    }

    @Override
    public StoreUnderTest newStore() {
      HeapStore store = new HeapStore();
      return store.with(contents.apply(store));
    }

    @Override
    public Optional<StoreContents> unreachableStoreContents() {
      return Optional.ofNullable(unreachable);
    }
  }
}
