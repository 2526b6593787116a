package dev.hexlink.application.spi;

import dev.hexlink.application.resilience.Degradation;
import java.util.List;

/** A question an adapter answers about what it depends on. */
public interface HealthCheck {
  /** What is asked: the adapter's name, such as {@code h2}. */
  String name();

  /** Looks, in bounded time. */
  Health check();

  /** In which ways the adapter can be less than whole, for the figures; the same whenever it is asked. */
  default List<Degradation> degradations() {
    return List.of();
  }

  /**
   * What was found.
   *
   * @param detail one line for operators, without secrets; empty when there is nothing to say
   */
  record Health(boolean up, String detail) {
    public static final Health UP = new Health(true, "");

    public static Health down(String why) {
      return new Health(false, why);
    }
  }
}
