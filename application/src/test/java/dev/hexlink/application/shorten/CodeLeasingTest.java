package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.fakes.HeapCounter;
import dev.hexlink.application.fakes.HeapInstallation;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeLeasingTest {
  private final HeapInstallation installation = new HeapInstallation();
  private final HeapCounter counter = new HeapCounter();
  private final CodeLeasing leasing = new CodeLeasing(counter, installation);

  @BeforeEach
  void register() {
    installation.stack("java");
    installation.stack("eu-west");
  }

  @Test
  void leasesBlocksThatDoNotMeet() {
    assertThat(leasing.lease("java", 10)).contains(new CodeBlock(0, 10));
    assertThat(leasing.lease("java", 5)).contains(new CodeBlock(10, 15));
  }

  @Test
  void everyStackOfTheStoreCountsForItself() {
    leasing.lease("java", 10);

    assertThat(leasing.lease("eu-west", 5)).contains(new CodeBlock(0, 5));
    assertThat(counter.lease(new Stack("eu-west", 1), 5)).as("the store's row moved").isEqualTo(new CodeBlock(5, 10));
  }

  @Test
  void aStackTheStoreDoesNotKnowIsNotRegistered() {
    assertThat(leasing.lease("other", 10)).isEmpty();
    assertThat(leasing.lease("no stack's name!", 10)).isEmpty();
    assertThat(installation.knownStack("other")).isEmpty();
    assertThat(counter.leaseCount()).isZero();
  }

  @Test
  void aStackThatIsRegisteredLaterIsServed() {
    assertThat(leasing.lease("later", 10)).isEmpty();
    installation.stack("later");

    assertThat(leasing.lease("later", 10)).contains(new CodeBlock(0, 10));
  }

  @Test
  void anOutageIsNoUnknownStack() {
    installation.outage.begin();

    assertThatThrownBy(() -> leasing.lease("java", 10)).isInstanceOf(InstallationUnavailable.class);
  }

  @Test
  void aKnownStackIsNotAskedForAgain() {
    leasing.lease("java", 10);
    installation.outage.begin();

    assertThat(leasing.lease("java", 10)).contains(new CodeBlock(10, 20));
  }
}
