package dev.hexlink.contracts;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Ports whose server is down. */
final class Unreachable {
  private Unreachable() {}

  /** A port that throws at every call. */
  static <T> T port(Class<T> port, Supplier<? extends RuntimeException> outage) {
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, _, _) -> {
      throw outage.get();
    }));
  }
}
