package dev.hexlink.bootstrap.configuration;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.HashMap;
import java.util.Map;

/** Contexts that see the given settings and none of this machine's. */
final class Contexts {
  private Contexts() {}

  static ApplicationContext with(Map<String, String> variables, Map<String, ?> properties) {
    return ApplicationContext.builder().deduceEnvironment(false).banner(false).environmentPropertySource(false)
        .propertySources(
            PropertySource.of("variables", new HashMap<String, Object>(variables),
                PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("test")),
            PropertySource.of("test", new HashMap<String, Object>(properties)))
        .start();
  }
}
