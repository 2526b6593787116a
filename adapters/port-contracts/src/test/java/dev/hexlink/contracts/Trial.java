package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs single cases of a contract against an adapter that is broken on purpose. The nested subjects it runs are no tests by themselves. */
final class Trial {
  private Trial() {}

  /** Each of these cases must reject the subject. */
  static void rejects(Class<?> subject, String... cases) {
    rejects(subject, AssertionError.class, cases);
  }

  /** Each of these cases must reject the subject, with this kind of failure. */
  static void rejects(Class<?> subject, Class<? extends Throwable> how, String... cases) {
    for (String name : cases) {
      TestExecutionResult verdict = verdict(subject, name);
      assertThat(verdict.getStatus()).as("verdict of %s on a broken adapter", name).isEqualTo(Status.FAILED);
      assertThat(verdict.getThrowable()).as("why %s rejects", name).get().isInstanceOf(how);
    }
  }

  /** What a broken adapter never does need not be awaited for long. */
  static void hasLittlePatience() {
    Awaitility.setDefaultTimeout(Duration.ofMillis(500));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
  }

  private static TestExecutionResult verdict(Class<?> subject, String name) {
    Method method = Arrays.stream(subject.getMethods()).filter(each -> each.getName().equals(name)).findFirst()
        .orElseThrow(() -> new AssertionError("no such case: " + name));
    Listener listener = new Listener();
    LauncherConfig config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false).build();
    LauncherFactory.create(config)
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(List.of(selectMethod(subject, method))).build(),
            listener);
    return listener.verdict.orElseThrow(() -> new AssertionError("the case did not run: " + name));
  }

  private static final class Listener implements TestExecutionListener {
    private Optional<TestExecutionResult> verdict = Optional.empty();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        verdict = Optional.of(result);
      }
    }
  }
}
