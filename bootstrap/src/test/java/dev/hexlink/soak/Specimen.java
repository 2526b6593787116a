package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.jspecify.annotations.Nullable;

/** Real adapters with the flaw that is looked at, for a contract to run against. Each case has its own. */
abstract class Specimen {
  private static final AtomicReference<@Nullable Dish> DISH = new AtomicReference<>();

  private final List<ApplicationContext> opened = new ArrayList<>();

  /** Where the next case finds what it runs against. */
  private record Dish(Path folder, Flaw flaw) {}

  /** The flaw that is looked at from now on. */
  static void lookAt(Path folder, Flaw flaw) {
    DISH.set(new Dish(folder, flaw));
  }

  /** The settings that the flaw brings along. */
  final Map<String, Object> properties() {
    return dish().flaw().properties();
  }

  /** Adapters of their own, which share nothing with those opened before but an outside server. */
  final Ports open() {
    Dish dish = dish();
    try {
      Path folder = Files.createTempDirectory(dish.folder(), "specimen-");
      ApplicationContext context = Life.context(folder, dish.flaw().properties());
      opened.add(context);
      return dish.flaw().build().apply(context.getBean(Ports.class), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dish dish() {
    Dish dish = DISH.get();
    if (dish == null) {
      throw new IllegalStateException("no flaw is looked at");
    }
    return dish;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(ApplicationContext::close);
  }
}
