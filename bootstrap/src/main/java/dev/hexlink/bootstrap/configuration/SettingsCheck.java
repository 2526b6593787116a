package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.StartRefused;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes sure that somebody reads every {@code hexlink.…} key that is set, and that every value is one its key can have. */
public final class SettingsCheck {
  private static final Pattern SECRET = Pattern.compile("key|password|secret|token|uri", Pattern.CASE_INSENSITIVE);

  private final KnownKeys known;
  private final ApplicationContext context;

  public SettingsCheck(KnownKeys known, ApplicationContext context) {
    this.known = known;
    this.context = context;
  }

  /**
   * @throws StartRefused for the first thing that is wrong
   */
  public void run() {
    context.getEnvironment().getPropertySources().stream()
        .filter(source -> source.getConvention() != PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE)
        .forEach(this::checkKeys);
    context.getBeanDefinitions(Object.class, Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .filter(SettingsCheck::isOurs).forEach(this::checkValues);
  }

  private void checkKeys(PropertySource source) {
    for (String name : source) {
      String key = NameUtils.hyphenate(name.replaceAll("\\[.*", ""), true);
      if (key.startsWith(KnownKeys.PREFIX) && !known.isKnown(key)) {
        throw new StartRefused(key, "the key " + name + shown(name, source.get(name)) + " in " + source.getName()
            + " sets nothing; " + known.hint(key));
      }
    }
  }

  private static String shown(String name, Object value) {
    return SECRET.matcher(name).find() ? "" : " = " + value;
  }

  private static boolean isOurs(BeanDefinition<?> definition) {
    return definition.stringValue(ConfigurationReader.class, ConfigurationReader.PREFIX)
        .filter(prefix -> (prefix + ".").startsWith(KnownKeys.PREFIX)).isPresent();
  }

  private void checkValues(BeanDefinition<?> definition) {
    for (Argument<?> argument : definition.getConstructor().getArguments()) {
      argument.getAnnotationMetadata().stringValue(Property.class, "name").ifPresent(key -> checkType(key, argument));
    }
    try {
      context.getBean(definition);
    } catch (BeanInstantiationException e) {
      throw refusalIn(e);
    }
  }

  /** Micronaut takes the default for a value that it cannot convert; here, that is an error. */
  private void checkType(String key, Argument<?> argument) {
    Optional<String> text = context.getProperty(key, String.class);
    if (text.isPresent() && !canBe(text.get(), key, argument)) {
      throw SettingRefusal.of(key, text.get(), choicesOf(argument));
    }
  }

  private boolean canBe(String text, String key, Argument<?> argument) {
    if (isBoolean(argument)) {
      return text.equals("true") || text.equals("false");
    }
    if (element(argument).isEnum()) {
      List<String> choices = namesOf(element(argument));
      return Arrays.stream(text.split(",")).map(SettingsCheck::asName).allMatch(choices::contains);
    }
    ArgumentConversionContext<?> conversion = ConversionContext.of(argument);
    return context.getEnvironment().getProperty(key, conversion).isPresent() && conversion.getLastError().isEmpty();
  }

  private static RuntimeException refusalIn(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused refused) {
        return refused;
      }
      if (cause instanceof IllegalArgumentException illegal) {
        return new StartRefused(KnownKeys.PREFIX, Optional.ofNullable(illegal.getMessage()).orElse(""));
      }
    }
    return failure;
  }

  private static String choicesOf(Argument<?> argument) {
    Class<?> type = element(argument);
    if (type.isEnum()) {
      return String.join(", ", namesOf(type));
    }
    if (argument.getAnnotationMetadata().hasAnnotation(ReadableBytes.class)) {
      return "a size such as 512KB, 64MB or 10GB";
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "Duration" -> "a time such as 5ms, 2s or 24h";
      default -> "a " + type.getSimpleName();
    };
  }

  private static boolean isBoolean(Argument<?> argument) {
    return argument.getType() == boolean.class || argument.getType() == Boolean.class;
  }

  /** What a collection holds, or the type itself. */
  private static Class<?> element(Argument<?> argument) {
    return Collection.class.isAssignableFrom(argument.getType())
        ? argument.getFirstTypeVariable().<Class<?>>map(Argument::getType).orElse(Object.class)
        : argument.getType();
  }

  private static List<String> namesOf(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(constant -> asName(((Enum<?>) constant).name())).toList();
  }

  private static String asName(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
