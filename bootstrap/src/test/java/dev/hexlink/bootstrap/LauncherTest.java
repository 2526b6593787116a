package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own words, in a checkout whose path has a space and where nothing is built. */
class LauncherTest {
  @TempDir
  private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new Checkout(folder);
    checkout.link("bash", "env", "dirname", "readlink", "cat", "sed", "find", "head", "mkdir", "touch", "tee", "mv",
        "grep", "tail");
  }

  @AfterEach
  void tidyUp() throws IOException {
    checkout.close();
  }

  @Test
  void helpNamesEveryCommand() throws Exception {
    assertThat(checkout.run(0, "help")).contains("./hexlink [run]", "./hexlink move", "./hexlink redrive",
        "./hexlink test", "./hexlink check", "./hexlink bench");
  }

  @Test
  void anUnknownCommandIsAnError() throws Exception {
    assertThat(checkout.run(1, "rnu")).isEqualTo("hexlink: there is no \"rnu\"; ./hexlink help lists what there is\n");
  }

  @Test
  void withoutMavenOneLineSaysWhatToInstall() throws Exception {
    assertThat(checkout.run(1)).isEqualTo("hexlink: Maven 3.8.1 or newer is missing; install the package maven\n");
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLog() throws Exception {
    checkout.install("mvn",
        "echo '[INFO] Building Hexlink :: Domain 0.1.0-SNAPSHOT  [2/9]'; echo '[ERROR] it does not compile'; exit 1");

    assertThat(checkout.run(1)).contains("  [2/9] Hexlink :: Domain\n", "[ERROR] it does not compile\n")
        .endsWith("the build failed; the whole log is " + checkout.home().resolve("bootstrap/target/build.log") + "\n");
  }

  @Test
  void mavenRunsOnTheJdkThatWasFound() throws Exception {
    checkout.install("mvn", "echo \"on $JAVA_HOME in $PWD with $*\"");

    assertThat(checkout.run(0, "check", "-X")).isEqualTo("on " + System.getProperty("java.home") + " in "
        + checkout.home().toRealPath()
        + " with -B --no-transfer-progress -T 1C test -DexcludedGroups=slow,server -X\n");
  }
}
