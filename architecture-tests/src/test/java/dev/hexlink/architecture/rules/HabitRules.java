package dev.hexlink.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.broken.domain.CodeUtils;
import dev.hexlink.architecture.broken.domain.LinkImpl;
import dev.hexlink.architecture.broken.domain.common.Anything;
import dev.hexlink.architecture.broken.embedded.InjectsIntoAField;
import dev.hexlink.architecture.broken.embedded.PrintsTheTrace;
import dev.hexlink.architecture.broken.embedded.SpeaksToTheConsole;
import dev.hexlink.architecture.broken.unmarked.MayBeNull;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Names that say something, no shouting, nothing hidden. */
public final class HabitRules {
  private static final Pattern EMPTY_NAME = Pattern
      .compile("\\w*(Impl|Utils?|Utility|Utilities|Managers?|Helpers?|Commons?|Misc)");
  private static final Pattern EMPTY_PACKAGE = Pattern
      .compile("(.*\\.)?(impl|utils?|managers?|helpers?|commons?|misc)(\\..*)?");
  /** {@code Main} prints the one line that people and scripts wait for, and why a start failed. */
  private static final Set<String> SPEAKERS = Set.of("dev.hexlink.bootstrap.Main");
  private static final Set<String> INJECTIONS = Set.of("jakarta.inject.Inject", "javax.inject.Inject",
      "io.micronaut.context.annotation.Value", "io.micronaut.context.annotation.Property");

  private HabitRules() {}

  public static List<Rule> all() {
    return List.of(
        Rule.of(HabitRules::typesSayWhatTheyAre, CodeUtils.class, LinkImpl.class),
        Rule.of(HabitRules::packagesSayWhatTheyHold, Anything.class),
        Rule.of(HabitRules::nobodySpeaksToTheConsole, SpeaksToTheConsole.class),
        Rule.of(HabitRules::nobodyPrintsTraces, PrintsTheTrace.class),
        Rule.of(HabitRules::nothingIsInjectedIntoFields, InjectsIntoAField.class),
        Rule.of(HabitRules::everyPackageIsNullMarked, MayBeNull.class));
  }

  private static ArchRule typesSayWhatTheyAre(Layout layout) {
    return noClasses().that().resideInAPackage(layout.everything())
        .should(new NamedCondition<JavaClass>("be named Impl, Util, Manager, Helper or Common",
            type -> EMPTY_NAME.matcher(type.getSimpleName()).matches()))
        .because("such a name says that nobody knew what the type is");
  }

  private static ArchRule packagesSayWhatTheyHold(Layout layout) {
    return noClasses().that().resideInAPackage(layout.everything())
        .should(new NamedCondition<JavaClass>("be in a package named impl, util, manager, helper or common",
            type -> EMPTY_PACKAGE.matcher(type.getPackageName()).matches()))
        .because("such a package takes in everything");
  }

  private static ArchRule nobodySpeaksToTheConsole(Layout layout) {
    return noClasses().that().resideInAnyPackage(layout.shipped())
        .and(new NamedPredicate<>("are not " + SPEAKERS, type -> !SPEAKERS.contains(type.getName())))
        .should(ACCESS_STANDARD_STREAMS)
        .because("operators read the log");
  }

  private static ArchRule nobodyPrintsTraces(Layout layout) {
    return noClasses().that().resideInAPackage(layout.everything())
        .should().accessTargetWhere(new NamedPredicate<JavaAccess<?>>("prints a stack trace",
            access -> access.getTarget().getName().equals("printStackTrace")
                && access.getTargetOwner().isAssignableTo(Throwable.class)))
        .because("operators read the log");
  }

  private static ArchRule nothingIsInjectedIntoFields(Layout layout) {
    return noFields().that().areDeclaredInClassesThat().resideInAPackage(layout.everything())
        .should(new NamedCondition<JavaField>("be injected", HabitRules::isInjected))
        .because("a constructor says what a class needs, to tests too");
  }

  private static boolean isInjected(JavaField field) {
    return field.getAnnotations().stream().anyMatch(it -> INJECTIONS.contains(it.getRawType().getName()));
  }

  private static ArchRule everyPackageIsNullMarked(Layout layout) {
    return classes().that().resideInAPackage(layout.everything())
        .should(new NamedCondition<JavaClass>("be in a package marked @NullMarked",
            type -> type.getPackage().isAnnotatedWith(NullMarked.class)))
        .because("NullAway checks what is marked and nothing else");
  }
}
