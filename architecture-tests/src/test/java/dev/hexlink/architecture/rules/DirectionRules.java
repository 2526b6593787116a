package dev.hexlink.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.broken.application.KnowsAFramework;
import dev.hexlink.architecture.broken.application.KnowsAnAdapter;
import dev.hexlink.architecture.broken.bootstrap.Start;
import dev.hexlink.architecture.broken.contracts.KnowsBootstrap;
import dev.hexlink.architecture.broken.domain.KnowsTheApplication;
import dev.hexlink.architecture.broken.domain.circle.OneHalf;
import dev.hexlink.architecture.broken.embedded.KnowsTheJournal;
import dev.hexlink.architecture.broken.http.AsksAPort;
import dev.hexlink.architecture.broken.http.KnowsEmbedded;
import dev.hexlink.architecture.broken.journal.ShipsAContract;
import dev.hexlink.architecture.broken.keygen.KnowsFiles;
import dev.hexlink.architecture.broken.postgres.KnowsTheStore;
import dev.hexlink.architecture.broken.rabbitmq.KnowsSerialization;
import dev.hexlink.architecture.broken.redis.KnowsMigrations;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** bootstrap → adapters → application → domain. */
public final class DirectionRules {
  /** Roles that an adapter plays for the application without being asked for its own sake. */
  private static final Set<String> PARSERS = Set.of("TargetParser", "UserAgents");

  private DirectionRules() {}

  public static List<Rule> all() {
    return Stream.concat(Stream.of(
        Rule.of(DirectionRules::domainSeesNobody, KnowsTheApplication.class),
        Rule.of(DirectionRules::applicationSeesTheDomainAlone, KnowsAnAdapter.class, KnowsAFramework.class),
        Rule.of(DirectionRules::nothingSeesBootstrap, KnowsBootstrap.class),
        Rule.of(DirectionRules::nothingShippedSeesTheContracts, ShipsAContract.class, Start.class),
        Rule.of(DirectionRules::contractsSeeNoAdapter, KnowsBootstrap.class),
        Rule.of(DirectionRules::httpAsksUseCasesAlone, AsksAPort.class),
        Rule.of(DirectionRules::packagesFormNoCircle, OneHalf.class)),
        Layout.ADAPTERS.stream().map(DirectionRules::seesNoOtherAdapter)).toList();
  }

  private static ArchRule domainSeesNobody(Layout layout) {
    return classes().that().resideInAPackage(layout.domain())
        .should().onlyDependOnClassesThat().resideInAnyPackage(layout.domain(), "java..", "org.jspecify..")
        .because("the domain is plain Java that outlives every framework");
  }

  private static ArchRule applicationSeesTheDomainAlone(Layout layout) {
    return classes().that().resideInAPackage(layout.application())
        .should().onlyDependOnClassesThat()
        .resideInAnyPackage(layout.application(), layout.domain(), "java..", "org.jspecify..")
        .because("use cases say what they need by ports and never know who answers");
  }

  private static ArchRule nothingSeesBootstrap(Layout layout) {
    return noClasses().that().resideInAPackage(layout.everything())
        .and().resideOutsideOfPackage(layout.bootstrap())
        .should().dependOnClassesThat().resideInAPackage(layout.bootstrap())
        .because("only the outermost part knows what was chosen");
  }

  private static ArchRule nothingShippedSeesTheContracts(Layout layout) {
    return noClasses().that().resideInAPackage(layout.everything())
        .and().resideOutsideOfPackage(layout.contracts())
        .should().dependOnClassesThat().resideInAPackage(layout.contracts())
        .because("contracts are for tests and are never deployed");
  }

  private static ArchRule contractsSeeNoAdapter(Layout layout) {
    return classes().that().resideInAPackage(layout.contracts())
        .should().onlyDependOnClassesThat().resideInAnyPackage(layout.contracts(), layout.application(),
            layout.domain(), "java..", "org.jspecify..", "org.junit.jupiter..", "org.opentest4j..", "org.assertj..",
            "org.awaitility..")
        .because("a contract that knows an adapter proves no other");
  }

  private static ArchRule httpAsksUseCasesAlone(Layout layout) {
    return noClasses().that().resideInAPackage(layout.adapter("http"))
        .should().dependOnClassesThat(new NamedPredicate<JavaClass>("are ports of the other side",
            type -> Ports.isPort(type, layout) && !PARSERS.contains(type.getSimpleName())))
        .because("HTTP drives use cases; what they need of the world is theirs to ask for");
  }

  private static ArchRule packagesFormNoCircle(Layout layout) {
    return slices().matching(layout.root() + ".(**)").should().beFreeOfCycles()
        .because("packages that need each other are one package in two places");
  }

  private static Rule seesNoOtherAdapter(String adapter) {
    Class<?> breaker = switch (adapter) {
      case "embedded" -> KnowsTheJournal.class;
      case "http" -> KnowsEmbedded.class;
      case "journal" -> dev.hexlink.architecture.broken.journal.KnowsHttp.class;
      case "keygen" -> KnowsFiles.class;
      case "postgres" -> KnowsTheStore.class;
      case "rabbitmq" -> KnowsSerialization.class;
      case "redis" -> KnowsMigrations.class;
      default -> throw new IllegalStateException("make a class that shows how " + adapter + " breaks this rule");
    };
    return Rule.of(layout -> noClasses().that().resideInAPackage(layout.adapter(adapter))
        .should().dependOnClassesThat().resideInAnyPackage(others(adapter, layout))
        .because("an adapter that knows another cannot be chosen without it"), breaker);
  }

  private static String[] others(String adapter, Layout layout) {
    return Layout.ADAPTERS.stream().filter(name -> !name.equals(adapter)).map(layout::adapter).toArray(String[]::new);
  }
}
