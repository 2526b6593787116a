package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.bootstrap.configuration.KnownKeys;
import dev.hexlink.bootstrap.configuration.SettingsCheck;
import dev.hexlink.bootstrap.configuration.Variables;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.util.List;
import java.util.Map;

/** Everything on the class path under the settings that were given, checked, and not yet asked for anything. */
final class ConfiguredContext {
  private static final int ABOVE_ALL_OTHERS = 1_000;

  private ConfiguredContext() {}

  /**
   * Starts the context; when that fails, nothing is left running.
   *
   * @param variables the environment variables
   * @param args settings in the form {@code -hexlink.base-url=https://go.example.org}
   * @throws StartRefused if something must be set otherwise
   */
  static ApplicationContext start(Map<String, String> variables, List<String> args) {
    return start(variables, args, Map.of());
  }

  /**
   * @param decided what is set whatever variables and arguments say
   */
  static ApplicationContext start(Map<String, String> variables, List<String> args, Map<String, Object> decided) {
    KnownKeys known = KnownKeys.onClassPath(ConfiguredContext.class.getClassLoader());
    ApplicationContext context = ApplicationContext.builder().args(args.toArray(String[]::new))
        .deduceEnvironment(false).banner(false).propertySources(new Variables(known, variables).read(),
            PropertySource.of("decided", decided, ABOVE_ALL_OTHERS))
        .build();
    try {
      context.start();
      new SettingsCheck(known, context).run();
      return context;
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }
}
