package dev.hexlink.http.role;

import dev.hexlink.application.api.Role;
import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what is there only where the instance has one of the roles. That is found out at the start, so that no request is asked. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Requires(condition = ServedHere.class)
public @interface Serves {
  /** The roles, one of which is enough. */
  Role[] value();
}
