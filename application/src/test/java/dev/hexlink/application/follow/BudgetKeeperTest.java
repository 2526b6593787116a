package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.fakes.HeapBudget;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.domain.link.LinkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetKeeperTest {
  private final HeapBudget budget = new HeapBudget();
  private final BudgetKeeper keeper = new BudgetKeeper(budget);
  private final LinkId link = Samples.id();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 199, 200, 399, 400, 1_000, 20_000})
  void isUsedToTheLastAndNotOneMore(long allowed) {
    int spent = Race.of(32, _ -> spendAll(keeper, allowed)).stream().mapToInt(Integer::intValue).sum();

    assertThat(spent).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 199})
  void isUsedToTheLastByInstancesTogetherWhenSmall(long allowed) {
    BudgetKeeper[] instances = {new BudgetKeeper(budget), new BudgetKeeper(budget), new BudgetKeeper(budget)};
    int spent = Race.of(24, runner -> spendAll(instances[runner % 3], allowed)).stream().mapToInt(Integer::intValue)
        .sum();

    assertThat(spent).isEqualTo(allowed);
  }

  @Test
  void isNeverOverspentByInstancesTogether() {
    BudgetKeeper[] instances = {new BudgetKeeper(budget), new BudgetKeeper(budget), new BudgetKeeper(budget)};
    int spent = Race.of(24, runner -> spendAll(instances[runner % 3], 5_000)).stream().mapToInt(Integer::intValue)
        .sum();

    assertThat(spent).isEqualTo(5_000);
  }

  @Test
  void takesALargeBudgetAFewUnitsAtATime() {
    for (int i = 0; i < 100; i++) {
      assertThat(keeper.spend(link, 1_000_000)).isTrue();
    }

    assertThat(budget.calls()).isEqualTo(2);
  }

  @Test
  void losesNoMoreThanAFewUnitsToACrash() {
    assertThat(keeper.spend(link, 20_000)).isTrue();

    assertThat(spendAll(new BudgetKeeper(budget), 20_000)).isEqualTo(20_000 - 50);
  }

  @Test
  void doesNotCallAnOutageUsedUp() {
    budget.outage.begin();

    assertThatThrownBy(() -> keeper.spend(link, 10)).isInstanceOf(VisitBudgetUnavailable.class);
    budget.outage.end();
    assertThat(spendAll(keeper, 10)).isEqualTo(10);
  }

  @Test
  void asksAgainAfterABudgetWasRaised() {
    assertThat(spendAll(keeper, 3)).isEqualTo(3);

    assertThat(spendAll(keeper, 5)).isEqualTo(2);
  }

  @Test
  void stopsAtOnceWhenABudgetWasLowered() {
    assertThat(keeper.spend(link, 20_000)).isTrue();

    assertThat(keeper.spend(link, 10)).isFalse();
  }

  @Test
  void wastesNoUnitsWhenItRemembersAsManyLinksAsItCan() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(keeper.spend(Samples.id(), 1_000)).isTrue();
    }

    assertThat(spendAll(keeper, 10_000)).isEqualTo(10_000);
  }

  private int spendAll(BudgetKeeper from, long allowed) {
    int spent = 0;
    while (from.spend(link, allowed)) {
      spent++;
    }
    return spent;
  }
}
