package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ports, or single methods of one, with something else in their place. */
final class Replaced {
  private Replaced() {}

  /** A method of the port that is really there. */
  @FunctionalInterface
  interface Original {
    @Nullable
    Object call(@Nullable Object... arguments) throws Throwable;
  }

  /** What is done when a method is called. */
  @FunctionalInterface
  interface Instead {
    @Nullable
    Object of(Original original, @Nullable Object[] arguments) throws Throwable;
  }

  /** What is done when any method is called. */
  @FunctionalInterface
  interface InsteadOfAll {
    @Nullable
    Object of(Method method, Original original, @Nullable Object[] arguments) throws Throwable;
  }

  /** A port that is like another, but for one method. */
  static <T> T method(Class<T> port, T real, String name, Instead instead) {
    if (Arrays.stream(port.getMethods()).noneMatch(method -> method.getName().equals(name))) {
      throw new IllegalArgumentException(port + " has no method " + name);
    }
    return methods(port, real,
        (method, original, arguments) -> method.getName().equals(name)
            ? instead.of(original, arguments)
            : original.call(arguments));
  }

  /** A port all of whose methods do something else. */
  static <T> T methods(Class<T> port, T real, InsteadOfAll instead) {
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, given) -> {
      @Nullable
      Object[] arguments = given == null ? new Object[0] : given;
      return instead.of(method, changed -> call(real, method, changed), arguments);
    }));
  }

  /** The same ports, but for those of one type. */
  static <T> Ports port(Ports ports, Class<T> port, UnaryOperator<T> change) {
    try {
      RecordComponent[] components = Ports.class.getRecordComponents();
      @Nullable
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(ports);
        values[i] = components[i].getType() == port && value != null ? change.apply(port.cast(value)) : value;
      }
      Constructor<Ports> constructor = Ports.class
          .getConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("ports cannot be rebuilt", e);
    }
  }

  private static @Nullable Object call(Object real, Method method, @Nullable Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
