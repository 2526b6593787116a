package dev.hexlink.architecture.coverage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.hexlink.architecture.rules.Layout;
import dev.hexlink.architecture.rules.Ports;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * Which adapters are proved by their port's contract. One is, when a test class that is run implements the contract, leaves out none of its cases,
 * and makes the adapter, itself or by way of other test classes.
 *
 * @param shipped the adapters, with the ports and the contracts
 * @param tests the test classes of the adapters' modules
 */
record ContractCoverage(Layout layout, JavaClasses shipped, JavaClasses tests) {
  /** {@link dev.hexlink.application.spi.HealthCheck} promises nothing that a suite could ask of an adapter that is well. */
  static final Set<String> PORTS_WITHOUT_CONTRACT = Set.of("HealthCheck");
  private static final Pattern NAME_THAT_IS_RUN = Pattern.compile("Test.*|.*(Test|Tests|TestCase)");

  /** The ports that have no contract. */
  List<String> portsWithoutContract() {
    return ports().filter(port -> !shipped.contain(contractOf(port))).map(JavaClass::getSimpleName).sorted().toList();
  }

  /** The adapters that no contract proves. */
  List<String> unprovenAdapters() {
    return ports().filter(port -> shipped.contain(contractOf(port)))
        .flatMap(port -> adaptersOf(port).filter(adapter -> !isProven(adapter, shipped.get(contractOf(port)))))
        .map(JavaClass::getName).sorted().toList();
  }

  /** The adapters of a port. */
  Stream<JavaClass> adaptersOf(JavaClass port) {
    return shipped.stream().filter(type -> type.isAssignableTo(port.getName()))
        .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT));
  }

  Stream<JavaClass> ports() {
    return shipped.stream().filter(type -> Ports.isPort(type, layout))
        .filter(port -> !PORTS_WITHOUT_CONTRACT.contains(port.getSimpleName()));
  }

  private String contractOf(JavaClass port) {
    return layout.root() + ".contracts." + port.getSimpleName() + "Contract";
  }

  private boolean isProven(JavaClass adapter, JavaClass contract) {
    return tests.stream()
        .filter(test -> test.isAssignableTo(contract.getName()))
        .filter(ContractCoverage::isRun)
        .filter(test -> skipsNoCase(test, contract))
        .anyMatch(test -> makes(test, adapter));
  }

  private static boolean isRun(JavaClass test) {
    return !test.isInterface() && !test.getModifiers().contains(JavaModifier.ABSTRACT)
        && NAME_THAT_IS_RUN.matcher(test.getSimpleName()).matches() && !test.isAnnotatedWith(Disabled.class);
  }

  /** A case that is overridden without {@code @Test} is not run. */
  private static boolean skipsNoCase(JavaClass test, JavaClass contract) {
    return contract.getAllMethods().stream().filter(method -> method.isAnnotatedWith(Test.class))
        .noneMatch(testCase -> isOverridden(testCase, test));
  }

  private static boolean isOverridden(JavaMethod testCase, JavaClass test) {
    return test.getAllMethods().stream().anyMatch(method -> !method.getOwner().isInterface()
        && method.getName().equals(testCase.getName()) && sameParameters(method, testCase));
  }

  private static boolean sameParameters(JavaMethod one, JavaMethod other) {
    return names(one).equals(names(other));
  }

  private static List<String> names(JavaMethod method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
  }

  private boolean makes(JavaClass test, JavaClass adapter) {
    Set<JavaClass> reached = new HashSet<>(Set.of(test));
    Deque<JavaClass> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      JavaClass next = open.remove();
      if (callsItsBirth(next, adapter)) {
        return true;
      }
      neighbours(next).filter(reached::add).forEach(open::add);
    }
    return false;
  }

  private Stream<JavaClass> neighbours(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
        .filter(tests::contain).map(tests::get);
  }

  private static boolean callsItsBirth(JavaClass type, JavaClass adapter) {
    return Stream.concat(type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
        .filter(call -> isSame(call.getTargetOwner(), adapter))
        .flatMap(call -> call.getTarget().resolveMember().stream())
        .anyMatch(member -> isBirth(member, adapter));
  }

  private static boolean isBirth(JavaCodeUnit member, JavaClass adapter) {
    return member.isConstructor()
        || (member.getModifiers().contains(JavaModifier.STATIC) && isSame(member.getRawReturnType(), adapter));
  }

  /** What was read from two places is never equal. */
  private static boolean isSame(JavaClass one, JavaClass other) {
    return one.getName().equals(other.getName());
  }
}
