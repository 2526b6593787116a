package dev.hexlink.architecture.poms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.Repository;
import dev.hexlink.architecture.rules.Layout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PomsTest {
  private static final List<Pom> POMS = Pom.all();

  @Test
  void modulesPointInwardsAndVersionsStandInTheParent() {
    assertThat(PomFaults.of(POMS)).isEmpty();
  }

  @Test
  void everyPomIsAModuleAndEveryAdapterHasItsRules() {
    Stream<String> found = Repository.files(Repository.ROOT, "pom.xml").stream()
        .map(file -> Repository.ROOT.relativize(file).getParent())
        .map(folder -> folder == null ? "" : folder.toString())
        .filter(folder -> !folder.contains("target") && !folder.startsWith("bootstrap/samples/"));

    assertThat(found).containsExactlyInAnyOrderElementsOf(POMS.stream().map(Pom::folder).toList());
    assertThat(POMS.stream().map(Pom::folder).filter(folder -> folder.startsWith("adapters/")))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("port-contracts"), Layout.ADAPTERS.stream())
            .map(name -> "adapters/" + name).toList());
  }

  @Test
  void architectureTestsAreBuiltLast() {
    assertThat(POMS.getLast().name()).isEqualTo("architecture-tests");
  }

  @Test
  void everyKindOfFaultIsNoticed() {
    Pom root = Pom.parse("", """
        <project><artifactId>hexlink</artifactId>
          <build><pluginManagement><plugins>
            <plugin><artifactId>loose</artifactId><version>[1,)</version></plugin>
            <plugin><artifactId>missing</artifactId></plugin>
            <plugin><artifactId>moving</artifactId><version>2.0-SNAPSHOT</version></plugin>
          </plugins></pluginManagement></build>
          <repositories><repository/></repositories>
        </project>""");
    Pom domain = module("domain", "domain", dependency("dev.hexlink", "hexlink-application", "compile", "")
        + dependency("org.example", "driver", "compile", "") + dependency("org.example", "probe", "test", ""));
    Pom store = module("adapters/store", "store", dependency("dev.hexlink", "hexlink-cache", "compile", "")
        + dependency("dev.hexlink", "hexlink-port-contracts", "compile", "")
        + dependency("org.example", "driver", "compile", "1.0"));
    Pom cache = module("adapters/cache", "cache", dependency("dev.hexlink", "hexlink-store", "test", ""));
    Pom plain = Pom.parse("bootstrap", """
        <project><artifactId>hexlink-bootstrap</artifactId>
          <build><plugins><plugin><artifactId>unknown</artifactId></plugin></plugins></build>
        </project>""");

    assertThat(PomFaults.of(List.of(root, domain, store, cache, plain))).containsExactlyInAnyOrder(
        "pom.xml pins loose to \"[1,)\"",
        "pom.xml pins missing to \"\"",
        "pom.xml pins moving to \"2.0-SNAPSHOT\"",
        "pom.xml says where artifacts come from",
        "domain/pom.xml may not be built with application",
        "domain/pom.xml must stay plain Java, without driver",
        "adapters/store/pom.xml may not be built with cache",
        "adapters/store/pom.xml may not be built with port-contracts",
        "adapters/store/pom.xml names a version of driver",
        "adapters/cache/pom.xml may not be tested with store",
        "bootstrap/pom.xml runs unknown, which the root does not pin");
  }

  private static Pom module(String folder, String name, String dependencies) {
    return Pom.parse(folder, "<project><artifactId>hexlink-" + name + "</artifactId><dependencies>" + dependencies
        + "</dependencies></project>");
  }

  private static String dependency(String group, String artifact, String scope, String version) {
    return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><scope>" + scope
        + "</scope>" + (version.isEmpty() ? "" : "<version>" + version + "</version>") + "</dependency>";
  }
}
