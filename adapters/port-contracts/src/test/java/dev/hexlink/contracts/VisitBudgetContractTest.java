package dev.hexlink.contracts;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.LinkId;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class VisitBudgetContractTest {
  private static final Links LINKS = new HeapLinks();

  @Nested
  class Heap implements VisitBudgetContract {
    private static final VisitBudget BUDGET = new HeapVisitBudget();

    @Override
    public VisitBudget visitBudget() {
      return BUDGET;
    }

    @Override
    public Links links() {
      return LINKS;
    }

    @Override
    public Optional<VisitBudget> unreachableVisitBudget() {
      return Optional.of(
          Unreachable.port(VisitBudget.class, () -> new VisitBudgetUnavailable("down", new IOException("down"))));
    }
  }

  @Test
  void checkThenActIsRejected() {
    rejected(new HeapVisitBudget() {
      @Override
      public int take(LinkId link, long allowed, int units) {
        int granted = left(link, allowed, units);
        Gap.pass();
        taken.merge(link, (long) granted, Long::sum);
        return granted;
      }
    }, "racingTakersNeverGetMoreThanAllowed", "oneVisitIsGrantedToOneOfManyRacing",
        "racingTakersWithDifferentAllowancesStayBelowTheHighest");
  }

  @Test
  void allOrNothingIsRejected() {
    rejected(new HeapVisitBudget() {
      @Override
      int left(LinkId link, long allowed, int units) {
        return super.left(link, allowed, units) < units ? 0 : units;
      }
    }, "unitsAreGrantedUntilTheBudgetIsUsedUp", "moreThanAllowedIsNeverGrantedAtOnce");
  }

  @Test
  void grantingTheLastWishInFullIsRejected() {
    rejected(new HeapVisitBudget() {
      @Override
      int left(LinkId link, long allowed, int units) {
        return super.left(link, allowed, units) > 0 ? units : 0;
      }
    }, "unitsAreGrantedUntilTheBudgetIsUsedUp", "moreThanAllowedIsNeverGrantedAtOnce");
  }

  @Test
  void aBudgetThatStartsAnewWithItsAllowanceIsRejected() {
    rejected(new HeapVisitBudget() {
      private long last = -1;

      @Override
      public int take(LinkId link, long allowed, int units) {
        if (last >= 0 && allowed != last) {
          taken.remove(link);
        }
        last = allowed;
        return super.take(link, allowed, units);
      }
    }, "allowingMoreLaterGrantsTheDifference", "allowingLessLaterGrantsNothingMore");
  }

  @Test
  void aFixedAllowanceIsRejected() {
    rejected(new HeapVisitBudget() {
      private long first = -1;

      @Override
      int left(LinkId link, long allowed, int units) {
        first = first < 0 ? allowed : first;
        return super.left(link, first, units);
      }
    }, "allowingMoreLaterGrantsTheDifference");
  }

  @Test
  void forgettingIsRejected() {
    rejected((_, allowed, units) -> (int) Math.min(allowed, units), "unitsAreGrantedUntilTheBudgetIsUsedUp");
  }

  @Test
  void readingAnOutageAsUsedUpIsRejected() {
    Subject.reset(new HeapVisitBudget(), (_, _, _) -> 0);
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsUsedUp");
  }

  private static void rejected(VisitBudget broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements VisitBudgetContract {
    private static VisitBudget budget = new HeapVisitBudget();
    private static @Nullable VisitBudget unreachable;

    static void reset(VisitBudget broken, @Nullable VisitBudget outage) {
      budget = broken;
      unreachable = outage;
    }

    @Override
    public VisitBudget visitBudget() {
      return budget;
    }

    @Override
    public Links links() {
      return LINKS;
    }

    @Override
    public Optional<VisitBudget> unreachableVisitBudget() {
      return Optional.ofNullable(unreachable);
    }
  }
}
