package dev.hexlink.soak;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One case of a contract, run by itself against what a specimen makes. */
record ContractCase(Class<? extends Specimen> specimen, String name) {
  /** Why the case rejects the specimen; empty when it passes. */
  Optional<Throwable> rejection() {
    Method method = Arrays.stream(specimen.getMethods()).filter(each -> each.getName().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no such case: " + name));
    PrintStream out = System.out;
    System.setOut(System.err); // where what was found out stands alone
    try {
      return run(method).getThrowable();
    } finally {
      System.setOut(out);
    }
  }

  private TestExecutionResult run(Method method) {
    Verdict verdict = new Verdict();
    LauncherConfig config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false).build();
    LauncherFactory.create(config).execute(
        LauncherDiscoveryRequestBuilder.request().selectors(List.of(selectMethod(specimen, method))).build(), verdict);
    if (verdict.result == null) {
      throw new IllegalStateException("the case did not run: " + name);
    }
    return verdict.result;
  }

  private static final class Verdict implements TestExecutionListener {
    private @Nullable TestExecutionResult result;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
      if (test.isTest() || outcome.getThrowable().isPresent()) {
        result = outcome;
      }
    }
  }
}
