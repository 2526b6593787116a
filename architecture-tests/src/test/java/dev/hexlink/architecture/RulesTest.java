package dev.hexlink.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.rules.DirectionRules;
import dev.hexlink.architecture.rules.DriverRules;
import dev.hexlink.architecture.rules.HabitRules;
import dev.hexlink.architecture.rules.Imported;
import dev.hexlink.architecture.rules.Layout;
import dev.hexlink.architecture.rules.Rule;
import dev.hexlink.architecture.rules.ShapeRules;
import dev.hexlink.architecture.rules.ThreadRules;
import dev.hexlink.architecture.rules.TimeRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for what is shipped, gives its reason, is broken by the class made to break it, and does not pass on nothing. */
class RulesTest {
  private static final Layout NOWHERE = new Layout("dev.hexlink.nowhere");

  @TestFactory
  Stream<DynamicNode> rules() {
    return Stream.of(DirectionRules.all(), DriverRules.all(), TimeRules.all(), ShapeRules.all(), HabitRules.all(),
        ThreadRules.all()).flatMap(List::stream).map(RulesTest::checks);
  }

  @TestFactory
  Stream<DynamicNode> everyPartThatRulesNameExists() {
    return Stream.of(Layout.PRODUCTION, Layout.BROKEN).flatMap(Layout::parts).map(part -> dynamicTest(part, () -> {
      PackageMatcher matcher = PackageMatcher.of(part);
      assertThat(Stream.of(Imported.PRODUCTION, Imported.BROKEN).flatMap(classes -> classes.stream())
          .map(JavaClass::getPackageName).anyMatch(matcher::matches)).isTrue();
    }));
  }

  private static DynamicNode checks(Rule rule) {
    return dynamicContainer(rule.name(), Stream.of(
        dynamicTest("holds", () -> rule.law().apply(Layout.PRODUCTION).check(Imported.PRODUCTION)),
        dynamicTest("gives its reason", () -> assertThat(rule.name()).contains(", because ")),
        dynamicTest("bites", () -> assertBites(rule)),
        dynamicTest("does not pass on nothing", () -> assertNeedsClasses(rule.law().apply(NOWHERE)))));
  }

  private static void assertBites(Rule rule) {
    String report = String.join("\n",
        rule.law().apply(Layout.BROKEN).evaluate(Imported.BROKEN).getFailureReport().getDetails());
    assertThat(rule.breakers()).isNotEmpty()
        .allSatisfy(breaker -> assertThat(report).contains(breaker.getName()));
  }

  private static void assertNeedsClasses(ArchRule law) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> law.check(Imported.PRODUCTION))
        .withMessageContaining("failed to check any classes");
  }
}
