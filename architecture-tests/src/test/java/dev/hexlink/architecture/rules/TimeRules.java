package dev.hexlink.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.broken.application.DrawsByChance;
import dev.hexlink.architecture.broken.application.LooksAtTheClock;
import dev.hexlink.architecture.broken.application.LooksAtTheClockByReference;
import dev.hexlink.architecture.broken.domain.HoldsAClock;
import dev.hexlink.architecture.broken.domain.HoldsDice;
import java.time.Clock;
import java.time.InstantSource;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Time and chance come in through constructors. */
public final class TimeRules {
  private TimeRules() {}

  public static List<Rule> all() {
    return List.of(
        Rule.of(TimeRules::domainKnowsNoClock, HoldsAClock.class),
        Rule.of(TimeRules::domainKnowsNoChance, HoldsDice.class),
        Rule.of(TimeRules::nobodyInsideLooksAtTheClock, LooksAtTheClock.class, LooksAtTheClockByReference.class),
        Rule.of(TimeRules::nobodyInsideDrawsByChance, DrawsByChance.class));
  }

  private static ArchRule domainKnowsNoClock(Layout layout) {
    return noClasses().that().resideInAPackage(layout.domain())
        .should().dependOnClassesThat().areAssignableTo(InstantSource.class)
        .because("the domain is told the time as a value");
  }

  private static ArchRule domainKnowsNoChance(Layout layout) {
    return noClasses().that().resideInAPackage(layout.domain())
        .should().dependOnClassesThat().areAssignableTo(RandomGenerator.class)
        .because("the domain is handed random numbers as values");
  }

  private static ArchRule nobodyInsideLooksAtTheClock(Layout layout) {
    return noClasses().that().resideInAnyPackage(layout.domain(), layout.application())
        .should().accessTargetWhere(new NamedPredicate<JavaAccess<?>>("reads the system's clock",
            access -> isClock(access.getTarget())))
        .because("time that is injected can be set by a test");
  }

  private static ArchRule nobodyInsideDrawsByChance(Layout layout) {
    return noClasses().that().resideInAnyPackage(layout.domain(), layout.application())
        .should().accessTargetWhere(new NamedPredicate<JavaAccess<?>>("makes its own randomness",
            access -> isChance(access.getTarget())))
        .because("randomness that is injected can be repeated by a test");
  }

  private static boolean isClock(AccessTarget target) {
    JavaClass owner = target.getOwner();
    return isNow(target)
        || (owner.isEquivalentTo(System.class) && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
        || (owner.isEquivalentTo(Clock.class) && (target.getName().startsWith("system") || isTick(target)))
        || (owner.isEquivalentTo(InstantSource.class) && target.getName().equals("system"));
  }

  private static boolean isTick(AccessTarget target) {
    return Set.of("tickMillis", "tickSeconds", "tickMinutes").contains(target.getName());
  }

  /** {@code now()} and {@code now(zone)} ask the system, {@code now(clock)} does not. */
  private static boolean isNow(AccessTarget target) {
    boolean ofTime = target.getOwner().isAssignableTo(TemporalAccessor.class)
        || target.getOwner().isAssignableTo(ChronoLocalDate.class);
    return ofTime && target instanceof AccessTarget.CodeUnitCallTarget call && call.getName().equals("now")
        && call.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(InstantSource.class));
  }

  private static boolean isChance(AccessTarget target) {
    JavaClass owner = target.getOwner();
    boolean generator = owner.isAssignableTo(RandomGenerator.class) && owner.getPackageName().startsWith("java.");
    boolean birth = target.getName().equals("<init>") || target.getName().startsWith("getInstance");
    return (generator && birth)
        || owner.isEquivalentTo(ThreadLocalRandom.class)
        || owner.isEquivalentTo(RandomGeneratorFactory.class)
        || (owner.isEquivalentTo(RandomGenerator.class) && Set.of("getDefault", "of").contains(target.getName()))
        || (owner.isEquivalentTo(UUID.class) && target.getName().equals("randomUUID"))
        || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"));
  }
}
