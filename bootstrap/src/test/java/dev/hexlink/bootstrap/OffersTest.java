package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.HealthCheck;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffersTest {
  private ApplicationContext context;
  private Offers offers;

  /** A port nobody else offers. */
  interface Lamp {}

  @BeforeEach
  void start() {
    context = ApplicationContext.builder().deduceEnvironment(false).banner(false).start();
    offers = new Offers(context);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void theNameDecides() {
    Lamp red = offer(Lamp.class, "red", new Lamp() {});
    Lamp blue = offer(Lamp.class, "blue", new Lamp() {});

    assertThat(offers.of(Lamp.class, "hexlink.adapters.lamp", "red")).isSameAs(red);
    assertThat(offers.of(Lamp.class, "hexlink.adapters.lamp", "blue")).isSameAs(blue);
  }

  @Test
  void whatIsNotChosenIsNotMade() {
    offer(Lamp.class, "red", new Lamp() {});
    context.registerBeanDefinition(RuntimeBeanDefinition.builder(Lamp.class, () -> {
      throw new AssertionError("made");
    }).named("blue").build());

    assertThat(offers.namesOf(Lamp.class)).containsExactly("blue", "red");
    assertThat(offers.of(Lamp.class, "hexlink.adapters.lamp", "red")).isNotNull();
  }

  @Test
  void aNameNobodyOffersIsAnsweredWithThoseThereAre() {
    offer(Lamp.class, "red", new Lamp() {});
    offer(Lamp.class, "blue", new Lamp() {});

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> offers.of(Lamp.class, "hexlink.adapters.lamp", "rad"))
        .withMessage("hexlink.adapters.lamp is \"rad\", and nobody offers Lamp under that name; there are: blue, red;"
            + " did you mean red?");
  }

  @Test
  void onlyWhatIsChosenIsAskedForItsHealth() {
    HealthCheck red = offer(HealthCheck.class, "red", new Healthy("red"));
    offer(HealthCheck.class, "blue", new Healthy("blue"));

    assertThat(offers.healthOf(List.of("red", "red", "green"))).containsExactly(red);
    assertThat(offers.healthOf(Set.of())).isEmpty();
  }

  private <T> T offer(Class<T> port, String name, T adapter) {
    context
        .registerBeanDefinition(RuntimeBeanDefinition.builder(port, () -> adapter).named(name).singleton(true).build());
    return adapter;
  }

  private record Healthy(String name) implements HealthCheck {
    @Override
    public Health check() {
      return Health.UP;
    }
  }
}
