package dev.hexlink.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.broken.application.spi.OpenOutcome;
import dev.hexlink.architecture.broken.application.spi.PortAsAClass;
import dev.hexlink.architecture.broken.domain.AlmostARecord;
import dev.hexlink.architecture.broken.domain.Changeable;
import dev.hexlink.architecture.broken.domain.HoldsAnOptional;
import dev.hexlink.architecture.broken.domain.TakesAnOptional;
import java.util.List;
import java.util.Optional;

/** Ports are interfaces, outcomes are sealed, values are records. */
public final class ShapeRules {
  private ShapeRules() {}

  public static List<Rule> all() {
    return List.of(
        Rule.of(ShapeRules::wallsAreMadeOfPromisesAndValues, PortAsAClass.class),
        Rule.of(ShapeRules::outcomesAreSealed, OpenOutcome.class),
        Rule.of(ShapeRules::valuesAreRecords, AlmostARecord.class),
        Rule.of(ShapeRules::domainNeverChanges, Changeable.class),
        Rule.of(ShapeRules::optionalIsNoField, HoldsAnOptional.class),
        Rule.of(ShapeRules::optionalIsNoParameter, TakesAnOptional.class));
  }

  private static ArchRule wallsAreMadeOfPromisesAndValues(Layout layout) {
    return classes().that().resideInAnyPackage(layout.api(), layout.spi())
        .should().beInterfaces().orShould().beRecords().orShould().beEnums()
        .orShould().beAssignableTo(RuntimeException.class)
        .because("a port or a use case is a promise, and what passes through it is a value");
  }

  private static ArchRule outcomesAreSealed(Layout layout) {
    return classes().that().resideInAnyPackage(layout.api(), layout.spi(), layout.domain())
        .and(new NamedPredicate<>("are implemented by values", ShapeRules::isImplementedByAValue))
        .should(new NamedCondition<JavaClass>("be sealed", type -> type.reflect().isSealed()))
        .because("the compiler then lists what was forgotten");
  }

  private static ArchRule valuesAreRecords(Layout layout) {
    return noClasses().that().resideInAnyPackage(layout.domain(), layout.application())
        .and().areNotRecords().and().areNotEnums()
        .should(new NamedCondition<JavaClass>("declare equals(Object)",
            type -> type.tryGetMethod("equals", Object.class).isPresent()))
        .because("what is compared by value is a record");
  }

  private static ArchRule domainNeverChanges(Layout layout) {
    return fields().that().areDeclaredInClassesThat().resideInAPackage(layout.domain()).should().beFinal()
        .because("a value that changes is no value");
  }

  private static ArchRule optionalIsNoField(Layout layout) {
    return noFields().that().areDeclaredInClassesThat().resideInAnyPackage(layout.shipped())
        .should().haveRawType(Optional.class)
        .because("a field that may be missing is @Nullable, which costs no object and can't itself be null");
  }

  private static ArchRule optionalIsNoParameter(Layout layout) {
    return codeUnits().that().areDeclaredInClassesThat().resideInAnyPackage(layout.shipped()).and().areNotPrivate()
        .should(new NamedCondition<JavaCodeUnit>("take no Optional", ShapeRules::takesNoOptional))
        .because("a caller should not have to wrap what it has");
  }

  private static boolean isImplementedByAValue(JavaClass type) {
    return type.isInterface() && type.getAllSubclasses().stream().anyMatch(
        subclass -> subclass.isRecord() && subclass.getEnclosingClass().filter(type::equals).isPresent());
  }

  private static boolean takesNoOptional(JavaCodeUnit unit) {
    return unit.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Optional.class));
  }
}
