package dev.hexlink.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** The ports: the interfaces of spi that are no outcome. */
public final class Ports {
  private Ports() {}

  public static boolean isPort(JavaClass type, Layout layout) {
    return type.getPackageName().equals(layout.spi()) && type.isTopLevelClass() && type.isInterface()
        && !type.reflect().isSealed() && !type.getSimpleName().equals("package-info");
  }

  /** The ports of what is shipped, in the order of their names. */
  public static List<JavaClass> shipped() {
    return Imported.PRODUCTION.stream().filter(type -> isPort(type, Layout.PRODUCTION))
        .sorted((one, other) -> one.getSimpleName().compareTo(other.getSimpleName())).toList();
  }
}
