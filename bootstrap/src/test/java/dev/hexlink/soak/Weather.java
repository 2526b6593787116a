package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitBudgetUnavailable;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens to calls on their way to the outside, drawn out of a seed: one gets lost on the way there, the answers to two others on the way back,
 * which is worse. When the plug is pulled nothing gets through any more.
 */
final class Weather {
  private final Random random;
  private final Set<Class<?>> away = ConcurrentHashMap.newKeySet();
  private volatile int percent;
  private volatile boolean unplugged;

  Weather(Random random) {
    this.random = random;
  }

  /** How many calls in a hundred are lost; twice as many answers are. */
  void storm(int percent) {
    this.percent = percent;
  }

  /** From now on nothing gets through to a port. */
  void takeAway(Class<?> port) {
    away.add(port);
  }

  /** From now on nothing gets through at all, as if the process had been killed. */
  void pullThePlug() {
    unplugged = true;
  }

  boolean isUnplugged() {
    return unplugged;
  }

  /** The same ports out in the weather. */
  Ports over(Ports ports) {
    Ports changed = Replaced.port(ports, Links.class,
        real -> over(Links.class, real, () -> new LinksUnavailable("lost", cause())));
    changed = Replaced.port(changed, Visits.class,
        real -> over(Visits.class, real, () -> new VisitsUnavailable("lost", cause())));
    changed = Replaced.port(changed, VisitBudget.class,
        real -> over(VisitBudget.class, real, () -> new VisitBudgetUnavailable("lost", cause())));
    return Replaced.port(changed, VisitQueue.class,
        real -> over(VisitQueue.class, real, () -> new VisitQueueUnavailable("lost", cause())));
  }

  private <T> T over(Class<T> port, T real, Supplier<PortUnavailable> outage) {
    return Replaced.methods(port, real, (method, original, arguments) -> {
      if (method.getName().equals("close")) {
        return original.call(arguments);
      }
      int drawn = random.nextInt(100);
      if (unplugged || away.contains(port) || drawn < percent) {
        throw outage.get();
      }
      @Nullable
      Object answer = original.call(arguments);
      if (unplugged || drawn < 3 * percent) {
        throw outage.get();
      }
      return answer;
    });
  }

  private static IllegalStateException cause() {
    return new IllegalStateException("it is meant to happen");
  }
}
