package dev.hexlink.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexlink.architecture.broken.application.CancelsAFuture;
import dev.hexlink.architecture.broken.embedded.InterruptsAThread;
import dev.hexlink.architecture.broken.embedded.ShutsDownNow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** An interrupt inside H2 closes the store, one inside a file closes the file, for everyone. */
public final class ThreadRules {
  private static final String REASON = "an interrupt inside H2 or a journal file closes it for everyone; give up waiting instead";
  /** Who may, and why. */
  private static final Map<String, String> ALLOWED = Map.of("dev.hexlink.http.connection.RequestTimeout",
      "its future is a timer of the event loop, and is cancelled without an interrupt");

  private ThreadRules() {}

  public static List<Rule> all() {
    return List.of(
        Rule.of(ThreadRules::nobodyInterruptsAnother, InterruptsAThread.class),
        Rule.of(ThreadRules::nobodyCancelsFutures, CancelsAFuture.class),
        Rule.of(ThreadRules::nobodyShutsDownNow, ShutsDownNow.class));
  }

  private static ArchRule nobodyInterruptsAnother(Layout layout) {
    return forbidden(layout, "interrupts another thread", access -> access.getTargetOwner().isAssignableTo(Thread.class)
        && access.getName().equals("interrupt") && !restoresOwnInterrupt(access));
  }

  private static ArchRule nobodyCancelsFutures(Layout layout) {
    return forbidden(layout, "cancels a future that may run",
        access -> access.getTargetOwner().isAssignableTo(Future.class)
            && !access.getTargetOwner().isAssignableTo(CompletableFuture.class) && access.getName().equals("cancel"));
  }

  private static ArchRule nobodyShutsDownNow(Layout layout) {
    return forbidden(layout, "shuts an executor down now",
        access -> access.getTargetOwner().isAssignableTo(ExecutorService.class)
            && access.getName().equals("shutdownNow"));
  }

  private static ArchRule forbidden(Layout layout, String what, java.util.function.Predicate<JavaAccess<?>> deed) {
    return noClasses().that().resideInAPackage(layout.everything())
        .should().accessTargetWhere(new NamedPredicate<>(what,
            access -> deed.test(access) && !ALLOWED.containsKey(access.getOriginOwner().getName())))
        .because(REASON);
  }

  /** Whoever catches an interrupt passes it on to itself. */
  private static boolean restoresOwnInterrupt(JavaAccess<?> interrupt) {
    return interrupt.getOrigin().getAccessesFromSelf().stream()
        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(Thread.class)
            && access.getName().equals("currentThread") && access.getLineNumber() == interrupt.getLineNumber());
  }
}
