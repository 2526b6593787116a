package dev.hexlink.contracts;

import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each case that asks for one its own {@link Seeded}: out of the run's seed, which is printed, and the names of test and case, so that a case
 * gets the same values alone as in the suite, and never another's; one that is run again gets others. {@code -Dhexlink.seed=…} repeats a run.
 */
public final class SeededCases implements ParameterResolver, TestExecutionExceptionHandler {
  private static final String PROPERTY = "hexlink.seed";
  private static final long SEED = Long.getLong(PROPERTY, new Random().nextLong());

  private static final Map<String, Integer> RUNS = new ConcurrentHashMap<>();

  static {
    System.out.println("contract cases run with -D" + PROPERTY + "=" + SEED);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Parameter wanted = parameter.getParameter();
    return wanted.getType() == Seeded.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String name = context.getRequiredTestClass().getName() + "." + context.getRequiredTestMethod().getName();
    int run = RUNS.merge(name, 1, Integer::sum);
    return new Seeded(SEED + Objects.hash(name, run) * 0x9E3779B97F4A7C15L);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
    System.out.println(context.getDisplayName() + " failed with -D" + PROPERTY + "=" + SEED);
    throw failure;
  }
}
