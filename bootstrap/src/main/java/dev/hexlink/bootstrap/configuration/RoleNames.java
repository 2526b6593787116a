package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.Role;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/** Reads the name of a role as people write it, white space around it included: the framework would leave such a role out without a word. */
@Singleton
final class RoleNames implements TypeConverter<CharSequence, Role> {
  @Override
  public Optional<Role> convert(CharSequence text, Class<Role> type, ConversionContext context) {
    String name = text.toString().strip();
    return Arrays.stream(Role.values()).filter(role -> role.name().equalsIgnoreCase(name)).findFirst();
  }
}
