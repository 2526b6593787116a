package dev.hexlink.architecture.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.hexlink.architecture.Repository;
import dev.hexlink.architecture.rules.Imported;
import dev.hexlink.architecture.rules.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The other modules' tests are read from where the build has just compiled them to. */
class ContractCoverageTest {
  private static final ContractCoverage SHIPPED = new ContractCoverage(Layout.PRODUCTION, Imported.PRODUCTION,
      adapterTests());
  private static final ContractCoverage BROKEN = new ContractCoverage(Layout.BROKEN, Imported.BROKEN, Imported.BROKEN);

  @Test
  void everyPortHasAContract() {
    assertThat(SHIPPED.portsWithoutContract()).isEmpty();
    assertThat(SHIPPED.ports()).hasSizeGreaterThan(10);
  }

  @Test
  void everyPortHasAnAdapter() {
    assertThat(SHIPPED.ports()).allSatisfy(port -> assertThat(SHIPPED.adaptersOf(port)).isNotEmpty());
  }

  @Test
  void everyAdapterIsProvedByItsPortsContract() {
    assertThat(SHIPPED.unprovenAdapters()).isEmpty();
  }

  @Test
  void anAdapterThatNobodyProvesIsNoticed() {
    assertThat(BROKEN.unprovenAdapters()).extracting(name -> name.substring(name.lastIndexOf('.') + 1))
        .containsExactly("BorrowingPort", "DisabledPort", "SkippingPort", "UnprovenPort", "UnrunPort");
  }

  @Test
  void aPortWithoutContractIsNoticed() {
    assertThat(BROKEN.portsWithoutContract()).contains("LonelyPort").doesNotContain("Port");
  }

  /** An adapter made out of a lambda has no class that could be looked for. */
  @Test
  void adaptersAreClassesOfTheirOwn() {
    assertThat(SHIPPED.ports().flatMap(SHIPPED::adaptersOf)).allSatisfy(adapter -> assertThat(adapter.isTopLevelClass())
        .isTrue());
    assertThat(SHIPPED.ports().flatMap(SHIPPED::adaptersOf)).extracting(JavaClass::getPackageName)
        .allMatch(name -> Layout.ADAPTERS.stream().anyMatch(adapter -> name.startsWith("dev.hexlink." + adapter)));
  }

  private static JavaClasses adapterTests() {
    List<Path> folders = Layout.ADAPTERS.stream()
        .map(name -> Repository.ROOT.resolve("adapters").resolve(name).resolve("target/test-classes")).toList();
    assertThat(folders).as("build the adapters with their tests first: mvn -pl architecture-tests -am test")
        .allMatch(Files::isDirectory);
    return new ClassFileImporter().importPaths(folders);
  }
}
