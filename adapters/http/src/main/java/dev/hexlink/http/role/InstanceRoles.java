package dev.hexlink.http.role;

import dev.hexlink.application.api.Role;
import io.micronaut.core.type.Argument;
import io.micronaut.core.value.PropertyResolver;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which roles the settings give to this instance. */
final class InstanceRoles {
  private static final String SETTING = "hexlink.roles";

  private InstanceRoles() {}

  /** All roles, when nothing is set. */
  static Set<Role> in(PropertyResolver settings) {
    return settings.getProperty(SETTING, Argument.listOf(String.class)).map(InstanceRoles::named)
        .orElseGet(() -> Set.of(Role.values()));
  }

  private static Set<Role> named(List<String> names) {
    return Arrays.stream(Role.values())
        .filter(role -> names.stream().anyMatch(name -> name.strip().equalsIgnoreCase(role.name())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
