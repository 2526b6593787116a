package dev.hexlink.architecture.poms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a set of poms. */
final class PomFaults {
  private static final Pattern PINNED = Pattern.compile("\\d[\\w.-]*(?<!-SNAPSHOT)|\\$\\{[\\w.-]+}");
  private static final String CONTRACTS = "port-contracts";
  private static final Set<String> PURE = Set.of("domain", "application");

  private final List<Pom> poms;
  private final List<String> faults = new ArrayList<>();

  private PomFaults(List<Pom> poms) {
    this.poms = poms;
  }

  static List<String> of(List<Pom> poms) {
    PomFaults found = new PomFaults(poms);
    poms.forEach(found::look);
    return found.faults;
  }

  private void look(Pom pom) {
    if (!pom.isRoot()) {
      lookAtDirection(pom);
      pom.versions().forEach(artifact -> fault(pom, "names a version of " + artifact));
    }
    if (pom.namesRepositories()) {
      fault(pom, "says where artifacts come from");
    }
    lookAtPlugins(pom);
  }

  private void lookAtDirection(Pom pom) {
    Set<String> ships = new TreeSet<>(pom.modules(false));
    ships.removeAll(mayShip(pom));
    ships.forEach(module -> fault(pom, "may not be built with " + module));
    Set<String> tries = new TreeSet<>(pom.modules(true));
    tries.removeAll(mayTestWith(pom));
    tries.forEach(module -> fault(pom, "may not be tested with " + module));
    if (PURE.contains(pom.name())) {
      pom.foreignDependencies().forEach(artifact -> fault(pom, "must stay plain Java, without " + artifact));
    }
  }

  private Set<String> mayShip(Pom pom) {
    return switch (pom.name()) {
      case "domain", "architecture-tests" -> Set.of();
      case "application" -> Set.of("domain");
      case "bootstrap" -> adapters();
      default -> Set.of("application");
    };
  }

  private Set<String> mayTestWith(Pom pom) {
    return switch (pom.name()) {
      case "domain", "application", CONTRACTS -> Set.of();
      case "architecture-tests" -> Set.of("bootstrap", CONTRACTS);
      default -> Set.of(CONTRACTS);
    };
  }

  private Set<String> adapters() {
    return poms.stream().filter(pom -> pom.folder().startsWith("adapters/")).map(Pom::name)
        .filter(name -> !name.equals(CONTRACTS)).collect(Collectors.toSet());
  }

  private void lookAtPlugins(Pom pom) {
    Map<String, Pom.Plugin> pinned = poms.stream().filter(Pom::isRoot).flatMap(root -> root.pinnedPlugins().stream())
        .collect(Collectors.toMap(Pom.Plugin::artifact, Function.identity()));
    pom.plugins().stream().map(Pom.Plugin::artifact).filter(artifact -> !pinned.containsKey(artifact))
        .forEach(artifact -> fault(pom, "runs " + artifact + ", which the root does not pin"));
    Stream.concat(pom.pinnedPlugins().stream(), pom.plugins().stream().filter(plugin -> !plugin.version().isEmpty()))
        .filter(plugin -> !PINNED.matcher(plugin.version()).matches())
        .forEach(plugin -> fault(pom, "pins " + plugin.artifact() + " to \"" + plugin.version() + "\""));
  }

  private void fault(Pom pom, String what) {
    faults.add((pom.isRoot() ? "pom.xml" : pom.folder() + "/pom.xml") + " " + what);
  }
}
