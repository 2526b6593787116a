package dev.hexlink.contracts;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every broken adapter is rejected, and here stands by which cases. */
class LinksContractTest {
  @Test
  void checkThenActAtInsertIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public Set<LinkId> insert(List<Link> list) {
        Set<LinkId> refused = new HashSet<>();
        for (Link link : list) {
          if (find(link.key()).filter(owner -> !owner.id().equals(link.id())).isPresent()) {
            refused.add(link.id());
            continue;
          }
          Gap.pass();
          store(link);
        }
        return refused;
      }
    }, "aKeyHasOneWinnerAmongRacingInserts", "eachKeyHasOneWinnerAmongRacingListsInAnyOrder");
  }

  @Test
  void checkThenActAtAnIdIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public Set<LinkId> insert(List<Link> list) {
        if (list.stream().anyMatch(this::stands)) {
          return Set.of();
        }
        Gap.pass();
        return alone.get(() -> {
          Set<LinkId> refused = new HashSet<>();
          list.forEach(link -> {
            if (isFree(link.key())) {
              store(link);
            } else {
              refused.add(link.id());
            }
          });
          return refused;
        });
      }
    }, "theSameIdRacingIsInsertedForEach");
  }

  @Test
  void checkThenActAtReplaceIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public boolean replace(Link next) {
        if (!isNext(next)) {
          return false;
        }
        Gap.pass();
        put(next);
        return true;
      }
    }, "aVersionHasOneWinnerAmongRacingReplaces");
  }

  @Test
  void aMarkThatIsWrittenAfterTheCommitIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public List<InsertOutcome> insertEach(List<Insertion> insertions) {
        List<InsertOutcome> outcomes = new ArrayList<>();
        for (Insertion insertion : insertions) {
          IdempotencyMark mark = insertion.mark();
          if (mark == null || marked(mark).isPresent()) {
            outcomes.addAll(super.insertEach(List.of(insertion)));
            continue;
          }
          outcomes.addAll(super.insertEach(List.of(new Insertion(insertion.link(), null, insertion.orEqual()))));
          Gap.pass();
          record(mark, insertion.link());
        }
        return outcomes;
      }
    }, "equalMarksRacingMakeOneLink", "anEndedMarkHasOneHeirAmongRacingInserts");
  }

  @Test
  void lookingForAnEqualLinkBeforeTheCommitIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public List<InsertOutcome> insertEach(List<Insertion> insertions) {
        Insertion first = insertions.getFirst();
        if (first.orEqual() && equal(first.link()).isEmpty()) {
          Gap.pass();
          return super.insertEach(List.of(new Insertion(first.link(), first.mark(), false)));
        }
        return super.insertEach(insertions);
      }
    }, "equalLinksRacingMakeOneLink");
  }

  @Test
  void aTakenKeyThatRecordsItsMarkIsRejected() {
    rejected(new HeapLinks() {
      @Override
      InsertOutcome insertOne(Insertion insertion) {
        InsertOutcome outcome = super.insertOne(insertion);
        if (outcome instanceof InsertOutcome.KeyTaken) {
          record(insertion.mark(), find(insertion.link().key()).orElseThrow());
        }
        return outcome;
      }
    }, "aTakenKeyRecordsNoMark");
  }

  @Test
  void marksThatNeverEndAreRejected() {
    rejected(new HeapLinks() {
      @Override
      Optional<Marked> marked(IdempotencyMark mark) {
        return super.marked(new IdempotencyMark(mark.scope(), mark.key(), mark.fingerprint(), Instant.MIN,
            mark.forgottenAt()));
      }
    }, "aMarkThatHasEndedIsReused");
  }

  @Test
  void foldingCaseIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public Set<LinkId> insert(List<Link> list) {
        return super.insert(list.stream().map(link -> link.withKey(folded(link.key()), link.origin())).toList());
      }

      @Override
      public Optional<Link> find(LinkKey key) {
        return super.find(folded(key));
      }

      private LinkKey folded(LinkKey key) {
        return new LinkKey(key.host(), new ShortCode(key.code().value().toLowerCase(Locale.ROOT)));
      }
    }, "caseMatters");
  }

  @Test
  void overlookingTheHostIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean isFree(LinkKey key) {
        return all().noneMatch(link -> link.key().code().equals(key.code()));
      }
    }, "hostsAreSeparate");
  }

  @Test
  void forgettingIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public Optional<Link> find(LinkKey key) {
        return Optional.empty();
      }
    }, "aLinkIsFoundAsItWasInserted", "aKeyHasOneWinnerAmongRacingInserts");
  }

  @Test
  void forgettingAFieldIsRejected() {
    rejected(new HeapLinks() {
      @Override
      void store(Link link) {
        super.store(new Link(link.id(), link.key(), link.origin(), link.target(), link.title(), link.tags(), null,
            link.window(), link.maxVisits(), link.redirectStatus(), link.createdAt(), link.updatedAt(), null, 1));
      }
    }, "aLinkIsFoundAsItWasInserted", "listedLinksAreWhole");
  }

  @Test
  void forgettingRetiredLinksIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public Optional<Link> find(LinkKey key) {
        return super.find(key).filter(link -> link.retiredAt() == null);
      }
    }, "aRetiredLinkIsFoundAndHoldsItsKey");
  }

  @Test
  void givingRetiredKeysAwayIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean isFree(LinkKey key) {
        return find(key).filter(link -> link.retiredAt() == null).isEmpty();
      }
    }, "aRetiredLinkIsFoundAndHoldsItsKey");
  }

  @Test
  void answeringOnAnOutageIsRejected() {
    LinksSubject.reset(new HeapLinks(), new HeapLinks());
    Trial.rejects(LinksSubject.class, "anOutageIsSaidAndNeverReadAsAbsence");
  }

  @Test
  void overwritingIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public Set<LinkId> insert(List<Link> list) {
        list.forEach(this::store);
        return Set.of();
      }
    }, "exactlyTheLinksWhoseKeyWasTakenAreRefused", "theSameIdAgainChangesNothing");
  }

  @Test
  void refusingTheSameIdIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean stands(Link link) {
        return false;
      }
    }, "theSameIdAgainIsInserted", "theSameIdRacingIsInsertedForEach");
  }

  @Test
  void overlookingTheVersionIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean isNext(Link next) {
        return stands(next);
      }
    }, "anotherVersionThanTheNextReplacesNothing");
  }

  @Test
  void aPageThatBeginsOneTooLateIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean follows(Link link, @Nullable LinkCursor cursor) {
        return cursor == null || link.createdAt().isBefore(cursor.createdAt());
      }
    }, "pagesShowEveryLinkOnceNewestFirst");
  }

  @Test
  void aPageThatBeginsOneTooEarlyIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean follows(Link link, @Nullable LinkCursor cursor) {
        return super.follows(link, cursor) || (cursor != null && link.id().equals(cursor.id()));
      }
    }, "pagesShowEveryLinkOnceNewestFirst", "pagesHaveNeitherDoublesNorGapsWhileOthersInsert");
  }

  @Test
  void wildcardsAreRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean occurs(String word, Link link) {
        String pattern = Pattern.quote(word).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q");
        return texts(link).anyMatch(text -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find());
      }
    }, "wildcardsAreOrdinaryCharacters");
  }

  @Test
  void listingRetiredLinksIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean fits(Link link, LinkQuery query) {
        return super.fits(link.retiredAt() == null ? link : link.restored(link.updatedAt()), query);
      }
    }, "retiredLinksAreNotListed");
  }

  @Test
  void takingAnyTagForAllIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean fits(Link link, LinkQuery query) {
        return query.tags().isEmpty() ? super.fits(link, query) : query.tags().stream().anyMatch(link.tags()::contains);
      }
    }, "everyTagMustBeCarried", "everyConditionMustFit");
  }

  @Test
  void takingAnyWordForAllIsRejected() {
    rejected(new HeapLinks() {
      @Override
      boolean fits(Link link, LinkQuery query) {
        return query.words().isEmpty()
            ? super.fits(link, query)
            : query.words().stream().anyMatch(word -> occurs(word, link));
      }
    }, "everyWordMustOccur");
  }

  @Test
  void notLoggingChosenLinksIsRejected() {
    rejected(new HeapLinks() {
      @Override
      void store(Link link) {
        super.store(link.withKey(link.key(), new CodeOrigin.Drawn()));
      }
    }, "chosenInsertsAndReplacesAreLoggedInOrder", "everyChosenLinkOfAListIsLogged");
  }

  @Test
  void aLogThatSkipsALineBetweenPagesIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public List<LinkChange> changesAfter(long after, int limit) {
        return super.changesAfter(after, limit + 1).stream().skip(1).toList();
      }
    }, "theLogReadPageByPageHasNoGap");
  }

  @Test
  void aPositionTakenBeforeItsCommitIsRejected() {
    rejected(new LateCommits(), "aReaderMissesNoChangeOfRacingWriters");
  }

  @Test
  void countingAnyStacksValuesIsRejected() {
    rejected(new HeapLinks() {
      @Override
      public OptionalLong highestValue(Stack stack) {
        return all().map(Link::origin).filter(CodeOrigin.Counted.class::isInstance)
            .mapToLong(origin -> ((CodeOrigin.Counted) origin).value()).max();
      }
    }, "theHighestValueOfAStackIsTheHighestInserted");
  }

  private static void rejected(Links broken, String... cases) {
    LinksSubject.reset(broken, null);
    Trial.rejects(LinksSubject.class, cases);
  }

  /** Takes its positions from a sequence and shows each line a moment later, so that a higher one may be seen first. */
  private static final class LateCommits extends HeapLinks {
    private final AtomicLong sequence = new AtomicLong();
    private final Set<LinkChange> committed = new ConcurrentSkipListSet<>(
        Comparator.comparingLong(LinkChange::position));

    @Override
    public Set<LinkId> insert(List<Link> list) {
      Set<LinkId> refused = super.insert(list);
      list.forEach(link -> {
        LinkChange change = new LinkChange(sequence.incrementAndGet(), link.key());
        if (change.position() % 3 == 0) {
          Gap.pass();
        }
        committed.add(change);
      });
      return refused;
    }

    @Override
    public List<LinkChange> changesAfter(long after, int limit) {
      return committed.stream().filter(change -> change.position() > after).limit(limit).toList();
    }
  }

  static class LinksSubject implements LinksContract {
    private static Links links = new HeapLinks();
    private static @Nullable Links unreachable;

    static void reset(Links broken, @Nullable Links outage) {
      links = broken;
      unreachable = outage;
    }

    @Override
    public Links links() {
      return links;
    }

    @Override
    public Optional<Links> unreachableLinks() {
      return Optional.ofNullable(unreachable);
    }
  }
}
