package dev.hexlink.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.api.Readiness.Check;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.application.spi.LinksUnavailable;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthLookTest {
  @Test
  void namesWhatIsWrong() {
    HealthLook look = new HealthLook(List.of(check("h2", () -> HealthCheck.Health.UP),
        check("journal", () -> HealthCheck.Health.down("the disk is full")), check("broken", () -> {
          throw new IllegalStateException("password=secret");
        })), new Preparation(() -> {}));

    assertThat(look.look()).containsExactly(new Check("h2", true, ""), new Check("journal", false, "the disk is full"),
        new Check("broken", false, "IllegalStateException"));
  }

  @Test
  void saysWhyTheInstanceDoesNotFitTheStore() {
    boolean[] silent = {true};
    try (Preparation preparation = new Preparation(() -> {
      if (silent[0]) {
        silent[0] = false;
        throw new LinksUnavailable("down");
      }
      throw new StartRefused("hexlink.codes.key", "another key");
    })) {
      HealthLook look = new HealthLook(List.of(), preparation);
      preparation.begin();
      await().untilAsserted(() -> assertThat(look.look()).containsExactly(new Check("settings", false, "another key")));
    }
  }

  private static HealthCheck check(String name, Supplier<HealthCheck.Health> health) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Health check() {
        return health.get();
      }
    };
  }
}
