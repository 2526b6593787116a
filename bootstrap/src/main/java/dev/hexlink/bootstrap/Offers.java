package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.HealthCheck;
import dev.hexlink.bootstrap.configuration.EditDistance;
import io.micronaut.context.BeanContext;
import io.micronaut.core.naming.Named;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The adapters on the class path, by port and by the name each is offered under. What nobody asks for is never made. */
@Singleton
final class Offers {
  private final BeanContext beans;

  Offers(BeanContext beans) {
    this.beans = beans;
  }

  /**
   * The adapter behind a port.
   *
   * @param key the configuration key that chooses it
   * @throws StartRefused if nobody offers the port under the name; the message lists the names there are
   */
  <T> T of(Class<T> port, String key, String name) {
    return beans.findBean(port, Qualifiers.byName(name)).orElseThrow(() -> missing(port, key, name));
  }

  /**
   * Makes sure that somebody offers a port under a name, without making the adapter.
   *
   * @throws StartRefused if nobody does
   */
  void require(Class<?> port, String key, String name) {
    if (!namesOf(port).contains(name)) {
      throw missing(port, key, name);
    }
  }

  /** The names a port is offered under. */
  NavigableSet<String> namesOf(Class<?> port) {
    NavigableSet<String> names = new TreeSet<>();
    for (BeanDefinition<?> definition : beans.getBeanDefinitions(port)) {
      if (definition.getDeclaredQualifier() instanceof Named named) {
        names.add(named.getName());
      }
    }
    return names;
  }

  /** The questions to ask about what was chosen. */
  List<HealthCheck> healthOf(Collection<String> names) {
    return names.stream().distinct().sorted()
        .flatMap(name -> beans.findBean(HealthCheck.class, Qualifiers.byName(name)).stream()).toList();
  }

  private StartRefused missing(Class<?> port, String key, String name) {
    NavigableSet<String> names = namesOf(port);
    String hint = EditDistance.nearest(name, names).map(near -> "; did you mean " + near + "?").orElse("");
    return new StartRefused(key, key + " is \"" + name + "\", and nobody offers " + port.getSimpleName()
        + " under that name; there are: " + String.join(", ", names) + hint);
  }
}
