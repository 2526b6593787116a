package dev.hexlink.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeygenBeansTest {
  private static final Stack STACK = new Stack("java", 0);

  @Test
  void theCounterIsOfferedByNameInFrontOfTheChosenStores() {
    Row mine = new Row();
    mine.lease("java", 77);
    try (ApplicationContext context = ApplicationContext.builder()
        .propertySources(PropertySource.of("test",
            Map.of("hexlink.adapters.links", "mine", "hexlink.keygen.url", "http://127.0.0.1:1")))
        .start()) {
      context.registerSingleton(Clock.class, Clock.systemUTC());
      offer(context, "h2", new Row());
      offer(context, "mine", mine);

      CodeCounter counter = context.getBean(CodeCounter.class, Qualifiers.byName("keygen"));
      assertThat(counter.lease(STACK, 3)).as("leased from the store, as nobody listens")
          .isEqualTo(new CodeBlock(77, 80));
      assertThat(context.getBean(HealthCheck.class, Qualifiers.byName("keygen")).name()).isEqualTo("keygen");
    }
  }

  private static void offer(ApplicationContext context, String name, CodeCounter counter) {
    context.registerBeanDefinition(
        RuntimeBeanDefinition.builder(CodeCounter.class, () -> counter).named(name).singleton(true).build());
  }
}
