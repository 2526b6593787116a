package dev.hexlink.application.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.Overloaded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoadSheddingTest {
  private int redirects;
  private final LoadShedding load = new LoadShedding(100, () -> redirects);

  @Test
  void turnsAwayWhatCanWaitFirst() {
    redirects = 24;
    assertThat(admitted()).containsExactly(WorkClass.values());
    redirects = 25;
    assertThat(admitted()).containsExactly(WorkClass.HEALTH, WorkClass.READ, WorkClass.CREATE);
    redirects = 50;
    assertThat(admitted()).containsExactly(WorkClass.HEALTH, WorkClass.READ);
    redirects = 75;
    assertThat(admitted()).containsExactly(WorkClass.HEALTH);
    redirects = 100;
    assertThat(admitted()).isEmpty();
    assertThat(load.turnedAway()).isEqualTo(1 + 2 + 3 + 4);
  }

  @Test
  void countsWhatIsUnderWayUntilItHasEnded() {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> other = new CompletableFuture<>();
    load.duringAll(WorkClass.CREATE, () -> List.of(one, other));
    one.complete("made");
    assertThat(load.underWay()).isEqualTo(1);
    other.completeExceptionally(new IllegalStateException("down"));
    assertThat(load.underWay()).isZero();
    assertThat(load.<String>within(WorkClass.READ, () -> "read while " + load.underWay())).isEqualTo("read while 1");
    assertThat(load.underWay()).isZero();
  }

  @Test
  void leavesThoughTheWorkThrew() {
    assertThatThrownBy(() -> load.within(WorkClass.READ, () -> {
      throw new IllegalStateException("down");
    })).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> load.during(WorkClass.CREATE, () -> {
      throw new IllegalStateException("down");
    })).isInstanceOf(IllegalStateException.class);

    assertThat(load.underWay()).isZero();
  }

  @Test
  void saysThatItIsOverWhenThereIsAmpleRoomAgain() {
    redirects = 90;
    assertThat(admitted()).doesNotContain(WorkClass.STATISTICS);
    redirects = 20;
    load.within(WorkClass.STATISTICS, () -> "just under the limit");
    assertThat(load.degradations()).filteredOn(each -> each.name().equals("shedding_statistics"))
        .allMatch(each -> each.isNow());
    redirects = 5;
    load.within(WorkClass.STATISTICS, () -> "at ease");
    assertThat(load.degradations()).filteredOn(each -> each.name().equals("shedding_statistics"))
        .noneMatch(each -> each.isNow()).allMatch(each -> each.times() == 1);
  }

  private List<WorkClass> admitted() {
    List<WorkClass> admitted = new ArrayList<>();
    for (WorkClass work : WorkClass.values()) {
      try {
        admitted.add(load.within(work, () -> work));
      } catch (Overloaded e) {
        assertThat(e).hasMessageContaining(work.toString());
      }
    }
    return admitted;
  }
}
