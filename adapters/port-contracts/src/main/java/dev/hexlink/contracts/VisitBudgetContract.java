package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link VisitBudget} keeps to. */
@ExtendWith(SeededCases.class)
public interface VisitBudgetContract {
  /** The adapter. Asked anew by every racing thread: several instances on one store may take turns. */
  VisitBudget visitBudget();

  /** The links of the same store, to which budgets refer. */
  Links links();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<VisitBudget> unreachableVisitBudget();

  @Test
  default void unitsAreGrantedUntilTheBudgetIsUsedUp(Seeded some) {
    LinkId link = standing(some);
    assertThat(visitBudget().take(link, 10, 4)).isEqualTo(4);
    assertThat(visitBudget().take(link, 10, 4)).isEqualTo(4);
    assertThat(visitBudget().take(link, 10, 4)).as("what is left").isEqualTo(2);
    assertThat(visitBudget().take(link, 10, 4)).isZero();
    assertThat(visitBudget().take(link, 10, 1)).isZero();
  }

  @Test
  default void moreThanAllowedIsNeverGrantedAtOnce(Seeded some) {
    assertThat(visitBudget().take(standing(some), 1, 100)).isEqualTo(1);
    assertThat(visitBudget().take(standing(some), 99, 100)).isEqualTo(99);
    assertThat(visitBudget().take(standing(some), 100, 100)).isEqualTo(100);
  }

  @Test
  default void aVastBudgetGrantsWhatIsWished(Seeded some) {
    LinkId link = standing(some);
    assertThat(visitBudget().take(link, Long.MAX_VALUE, 1_000)).isEqualTo(1_000);
    assertThat(visitBudget().take(link, Long.MAX_VALUE, 1_000)).isEqualTo(1_000);
  }

  @Test
  default void linksHaveBudgetsOfTheirOwn(Seeded some) {
    LinkId one = standing(some);
    LinkId other = standing(some);
    assertThat(visitBudget().take(one, 3, 3)).isEqualTo(3);
    assertThat(visitBudget().take(other, 3, 3)).isEqualTo(3);
    assertThat(visitBudget().take(one, 3, 1)).isZero();
  }

  @Test
  default void allowingMoreLaterGrantsTheDifference(Seeded some) {
    LinkId link = standing(some);
    visitBudget().take(link, 5, 5);
    assertThat(visitBudget().take(link, 8, 10)).isEqualTo(3);
    assertThat(visitBudget().take(link, 8, 10)).isZero();
  }

  @Test
  default void allowingLessLaterGrantsNothingMore(Seeded some) {
    LinkId link = standing(some);
    visitBudget().take(link, 10, 6);
    assertThat(visitBudget().take(link, 4, 1)).isZero();
    assertThat(visitBudget().take(link, 6, 1)).isZero();
    assertThat(visitBudget().take(link, 10, 10)).as("what the highest allowance leaves").isEqualTo(4);
    assertThat(visitBudget().take(link, 10, 10)).isZero();
  }

  @Test
  default void racingTakersNeverGetMoreThanAllowed(Seeded some) {
    for (int round = 0; round < 5; round++) {
      LinkId link = standing(some);
      List<Integer> granted = Race.of(Race.RUNNERS, _ -> visitBudget().take(link, 50, 3));
      assertThat(granted).allMatch(units -> units >= 0 && units <= 3);
      assertThat(sum(granted)).isEqualTo(50);
    }
  }

  @Test
  default void oneVisitIsGrantedToOneOfManyRacing(Seeded some) {
    for (int round = 0; round < 5; round++) {
      LinkId link = standing(some);
      assertThat(sum(Race.of(Race.RUNNERS, _ -> visitBudget().take(link, 1, 1)))).isEqualTo(1);
    }
  }

  @Test
  default void racingTakersWithDifferentAllowancesStayBelowTheHighest(Seeded some) {
    for (int round = 0; round < 5; round++) {
      LinkId link = standing(some);
      List<Integer> granted = Race.of(Race.RUNNERS, i -> visitBudget().take(link, 20 + i, 5));
      assertThat(sum(granted)).isLessThanOrEqualTo(20 + Race.RUNNERS - 1);
      int rest = visitBudget().take(link, 20 + Race.RUNNERS - 1, 1_000);
      assertThat(sum(granted) + rest).isEqualTo(20 + Race.RUNNERS - 1);
    }
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsUsedUp(Seeded some) {
    VisitBudget budget = Outage.of(unreachableVisitBudget());
    Outage.isSaid(VisitBudgetUnavailable.class, () -> budget.take(some.link().id(), 10, 1));
  }

  private LinkId standing(Seeded some) {
    Link link = some.link();
    links().insert(List.of(link));
    return link.id();
  }

  private static int sum(List<Integer> granted) {
    return granted.stream().mapToInt(Integer::intValue).sum();
  }
}
