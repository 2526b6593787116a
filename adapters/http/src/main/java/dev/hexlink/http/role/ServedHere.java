package dev.hexlink.http.role;

import dev.hexlink.application.api.Role;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import java.util.Arrays;
import java.util.Set;

/** Holds where the instance has a role that {@link Serves} names. */
public final class ServedHere implements Condition {
  @Override
  @SuppressWarnings("rawtypes") // the interface says ConditionContext without its type
  public boolean matches(ConditionContext context) {
    Set<Role> here = InstanceRoles.in(context);
    Role[] wanted = context.getComponent().getAnnotationMetadata().enumValues(Serves.class, Role.class);
    return Arrays.stream(wanted).anyMatch(here::contains);
  }
}
