package dev.hexlink.contracts;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every broken adapter is rejected, and here stands by which cases. */
class VisitsContractTest {
  private static final HeapLinks LINKS = new HeapLinks();

  @Test
  void countingAReplayTwiceIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate settleOne(ClassifiedVisit visit) {
        Fate fate = super.settleOne(visit);
        if (fate == Fate.REPEATED) {
          count(visit, 1);
        }
        return fate;
      }
    }, "aBatchSettledTwiceCountsOnce", "overlappingBatchesCountOnce", "aVisitTwiceInABatchCountsOnce",
        "racingWorkersCountEachVisitOnce");
  }

  @Test
  void checkThenActIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement settle(List<ClassifiedVisit> batch) {
        List<ClassifiedVisit> fresh = batch.stream().filter(visit -> !isSettled(visit)).toList();
        Gap.pass();
        alone.run(() -> fresh.forEach(visit -> count(visit, settleOne(visit) == Fate.REPEATED ? 1 : 0)));
        return new Settlement(fresh.size(), batch.size() - fresh.size(), 0, 0);
      }
    }, "racingWorkersWithTheSameBatchCountItOnce");
  }

  @Test
  void countersThatMoveAfterTheCommitAreRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement settle(List<ClassifiedVisit> batch) {
        Settlement settlement = alone.get(() -> {
          Settlement settled = settleAll(batch);
          batch.forEach(visit -> count(visit, -1));
          return settled;
        });
        Gap.pass();
        alone.run(() -> batch.forEach(visit -> count(visit, 1)));
        return settlement;
      }
    }, "rowsAndCountersMoveTogether");
  }

  @Test
  void losingTheBatchOfABadVisitIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Settlement settleAll(List<ClassifiedVisit> batch) {
        boolean bad = batch.stream().anyMatch(visit -> visit.visit().facts().userAgent().indexOf('\0') >= 0);
        return bad ? new Settlement(0, 0, batch.size(), 0) : super.settleAll(batch);
      }
    }, "aBadVisitNeverTakesItsBatchAlong");
  }

  @Test
  void aBatchThatABadVisitStopsIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate settleOne(ClassifiedVisit visit) {
        if (visit.visit().facts().userAgent().contains("\ud83d")) {
          throw new IllegalArgumentException("not text");
        }
        return super.settleOne(visit);
      }
    }, IllegalArgumentException.class, "aBadVisitNeverTakesItsBatchAlong");
  }

  /** As a store does that takes text it cannot hold for an outage. */
  @Test
  void takingABadVisitForAnOutageIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate settleOne(ClassifiedVisit visit) {
        if (visit.visit().facts().userAgent().indexOf('\0') >= 0) {
          throw new VisitsUnavailable("down", new IOException("not text"));
        }
        return super.settleOne(visit);
      }
    }, VisitsUnavailable.class, "aBadVisitNeverTakesItsBatchAlong");
  }

  @Test
  void settlingTheVisitsAheadOfABadOneIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate settleOne(ClassifiedVisit visit) {
        if (visit.visit().facts().userAgent().indexOf('\0') >= 0) {
          throw new UnstorableVisit("not text", new IOException("not text"));
        }
        return super.settleOne(visit);
      }
    }, "aBadVisitNeverTakesItsBatchAlong");
  }

  @Test
  void notPuttingAsideWhatCannotBeStoredIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate putAside(ClassifiedVisit visit, String reason) {
        if (visit.visit().facts().userAgent().indexOf('\0') >= 0) {
          throw new UnstorableVisit("not text", new IOException("not text"));
        }
        return super.putAside(visit, reason);
      }
    }, UnstorableVisit.class, "whateverAVisitHoldsItCanBePutAside");
  }

  @Test
  void countingWhatIsPutAsideIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement quarantine(ClassifiedVisit visit, String reason) {
        count(visit, 1);
        return super.quarantine(visit, reason);
      }
    }, "aVisitThatIsPutAsideIsSettledAndNotCounted", "aStoredVisitIsNotPutAside");
  }

  @Test
  void puttingAsideWithoutSettlingIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement quarantine(ClassifiedVisit visit, String reason) {
        return new Settlement(0, 0, 1, 0);
      }
    }, "aVisitThatIsPutAsideIsSettledAndNotCounted", "aVisitIsPutAsideOnce", "racingWorkersStoreAVisitOrPutItAside");
  }

  @Test
  void puttingAsideAStoredVisitIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement quarantine(ClassifiedVisit visit, String reason) {
        if (isSettled(visit)) {
          forget(visit);
        }
        return super.quarantine(visit, reason);
      }
    }, "aStoredVisitIsNotPutAside");
  }

  @Test
  void keepingAsideWhatWasPurgedIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement quarantine(ClassifiedVisit visit, String reason) {
        Settlement settlement = super.quarantine(visit, reason);
        return settlement.forgotten() == 1 ? new Settlement(0, 0, 1, 0) : settlement;
      }
    }, "aForgottenVisitIsNotPutAside");
  }

  @Test
  void storingVisitsOfUnknownLinksIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate settleOne(ClassifiedVisit visit) {
        Fate fate = super.settleOne(visit);
        if (fate == Fate.QUARANTINED) {
          store(visit);
        }
        return fate;
      }
    }, "aVisitOfAnUnknownLinkIsQuarantinedAndSettled");
  }

  @Test
  void bringingPurgedVisitsBackIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      boolean isForgotten(ClassifiedVisit visit) {
        return false;
      }
    }, "visitsFromBeforeAPurgeThatComeLateAreSettledAndNotStored",
        "visitsOfDroppedDaysThatComeLateAreSettledAndNotStored");
  }

  @Test
  void lookingForAPurgeBeforeTheCommitIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public Settlement settle(List<ClassifiedVisit> batch) {
        List<ClassifiedVisit> kept = batch.stream().filter(visit -> !isForgotten(visit)).toList();
        Gap.pass();
        alone.run(() -> kept.forEach(this::store));
        return new Settlement(kept.size(), 0, 0, batch.size() - kept.size());
      }
    }, "aPurgeRacingWithWorkersLeavesNothingFromBefore");
  }

  @Test
  void aPurgeThatLeavesTheCountsIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      void forget(ClassifiedVisit visit) {
        super.forget(visit);
        count(visit, 1);
      }
    }, "aPurgeForgetsTheVisitsFromBeforeTheMoment");
  }

  @Test
  void aPurgeThatForgetsWhatWasSettledIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Fate settleOne(ClassifiedVisit visit) {
        Fate fate = super.settleOne(visit);
        if (fate == Fate.REPEATED && isForgotten(visit)) {
          store(visit);
          return Fate.STORED;
        }
        return fate;
      }
    }, "aReplayDoesNotBringPurgedVisitsBack");
  }

  @Test
  void dropsThatTakeTheCountsAlongAreRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public void dropBefore(Instant day) {
        LINKS.all().forEach(link -> visits(link.id(), Instant.MIN, day, false).toList().forEach(this::forget));
        super.dropBefore(day);
      }
    }, "droppedDaysKeepTheirCounts");
  }

  @Test
  void rangesThatTouchAreRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      void append(List<SequenceRange> ranges, long sequence) {
        ranges.add(new SequenceRange(sequence, sequence + 1));
      }
    }, "rangesMergeInWhateverOrderTheyCome", "racingWorkersOfOneEpochLeaveOneRange");
  }

  @Test
  void aHighWaterMarkInsteadOfRangesIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public List<SequenceRange> settled(Epoch epoch) {
        List<SequenceRange> ranges = super.settled(epoch);
        return ranges.isEmpty() ? ranges : List.of(new SequenceRange(0, ranges.getLast().end()));
      }
    }, "rangesMergeInWhateverOrderTheyCome", "epochsAreSeparate");
  }

  @Test
  void halfAnEpochIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public List<SequenceRange> settled(Epoch epoch) {
        return Stream.of(epoch, new Epoch(epoch.high(), epoch.low() + 1))
            .map(super::settled).flatMap(List::stream).toList();
      }
    }, "epochsAreSeparate");
  }

  @Test
  void aQuarterHourThatIsLeftOutIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Instant firstQuarter(Instant from) {
        return from;
      }
    }, "aQuarterHourBeginsWithItsFirstInstantAndEndsBeforeTheNext");
  }

  @Test
  void countingTheUntoldApartIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      public long uniqueVisitors(LinkId link, Instant from, Instant to, boolean withoutBots) {
        return visits(link, from, to, withoutBots).mapToLong(visit -> visit.visit().facts().visitor()).distinct()
            .count();
      }
    }, "differentVisitorsAreCountedOnce");
  }

  @Test
  void leavingOnlyBotsOutAndNotPrefetchesIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      Stream<ClassifiedVisit> visits(LinkId link, Instant from, Instant to, boolean withoutBots) {
        return super.visits(link, from, to, false).filter(visit -> !(withoutBots && visit.traits().bot()));
      }
    }, "automatedVisitsAreLeftOutOnWish", "differentVisitorsAreCountedOnce");
  }

  @Test
  void referrersInAnyCaseAreRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      String value(ClassifiedVisit visit, Trait trait) {
        String referrer = visit.visit().facts().referrer();
        return trait == Trait.REFERRER && referrer.toLowerCase(Locale.ROOT).contains("news")
            ? referrer
            : super.value(visit, trait);
      }
    }, "referrersAreGroupedByTheirHostInLowerCase", "visitsAreGroupedByEachTrait");
  }

  @Test
  void aPageThatOverlooksVisitsOfTheSameInstantIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      boolean follows(ClassifiedVisit visit, @Nullable VisitCursor cursor) {
        return cursor == null || at(visit).isBefore(cursor.at());
      }
    }, "pagesShowEveryVisitOnceNewestFirst");
  }

  @Test
  void epochsOrderedWithTheirSignAreRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      boolean follows(ClassifiedVisit visit, @Nullable VisitCursor cursor) {
        if (cursor == null || !at(visit).equals(cursor.at())) {
          return super.follows(visit, cursor);
        }
        int order = Long.compare(visit.visit().id().epoch().high(), cursor.id().epoch().high());
        return order < 0 || (order == 0 && super.follows(visit, cursor));
      }
    }, "pagesShowEveryVisitOnceNewestFirst");
  }

  @Test
  void forgettingIsRejected() {
    rejected(new HeapVisits(LINKS) {
      @Override
      void store(ClassifiedVisit visit) {}
    }, "aBatchIsStoredAndCounted", "countsRowsRollupsAndGroupsSumToTheSame");
  }

  @Test
  void answeringOnAnOutageIsRejected() {
    VisitsSubject.reset(new HeapVisits(LINKS), new HeapVisits(LINKS));
    Trial.rejects(VisitsSubject.class, "anOutageIsSaidAndNeverReadAsNoVisits");
  }

  private static void rejected(Visits broken, String... cases) {
    rejected(broken, AssertionError.class, cases);
  }

  private static void rejected(Visits broken, Class<? extends Throwable> how, String... cases) {
    VisitsSubject.reset(broken, null);
    Trial.rejects(VisitsSubject.class, how, cases);
  }

  static class VisitsSubject implements VisitsContract {
    private static Visits visits = new HeapVisits(LINKS);
    private static @Nullable Visits unreachable;

    static void reset(Visits broken, @Nullable Visits outage) {
      visits = broken;
      unreachable = outage;
    }

    @Override
    public Visits visits() {
      return visits;
    }

    @Override
    public Links links() {
      return LINKS;
    }

    @Override
    public Optional<Visits> unreachableVisits() {
      return Optional.ofNullable(unreachable);
    }
  }
}
