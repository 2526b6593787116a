package dev.hexlink.architecture.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.hexlink.architecture.rules.Imported;
import jakarta.inject.Named;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names a port is offered under, by classes or by methods of factories. */
final class OfferedAdapters {
  private OfferedAdapters() {}

  static SortedSet<String> of(JavaClass port) {
    return Stream
        .concat(classes(port).map(type -> type.getAnnotationOfType(Named.class)),
            methods(port).map(method -> method.getAnnotationOfType(Named.class)))
        .map(Named::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JavaClass> classes(JavaClass port) {
    return Imported.PRODUCTION.stream().filter(type -> type.isAssignableTo(port.getName()))
        .filter(type -> type.isAnnotatedWith(Named.class));
  }

  private static Stream<JavaMethod> methods(JavaClass port) {
    return Imported.PRODUCTION.stream().flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getRawReturnType().getName().equals(port.getName())
            && method.isAnnotatedWith(Named.class));
  }
}
