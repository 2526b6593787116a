package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3_600);

  @Test
  void holdsItsBeginningButNotItsEnd() {
    var window = new Window(NOON, ONE);

    assertThat(window.beginsAfter(NOON.minusNanos(1))).isTrue();
    assertThat(window.beginsAfter(NOON)).isFalse();
    assertThat(window.hasEndedBy(ONE.minusNanos(1))).isFalse();
    assertThat(window.hasEndedBy(ONE)).isTrue();
  }

  @Test
  void mayBeOpenAtEitherSide() {
    assertThat(new Window(NOON, null).hasEndedBy(Instant.MAX)).isFalse();
    assertThat(new Window(null, NOON).beginsAfter(Instant.MIN)).isFalse();
    assertThat(Window.ALWAYS).isEqualTo(new Window(null, null));
  }

  @Test
  void holdsAnInstantAtLeast() {
    assertThat(Window.isWindow(NOON, NOON.plusNanos(1))).isTrue();
    assertThat(Window.isWindow(NOON, NOON)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(NOON, NOON));
    assertThatIllegalArgumentException().isThrownBy(() -> new Window(ONE, NOON));
  }
}
