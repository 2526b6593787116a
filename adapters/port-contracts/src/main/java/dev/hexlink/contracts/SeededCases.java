package dev.hexlink.contracts;

import java.lang.reflect.Parameter;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each case that asks for one its own {@link Seeded}: out of the run's seed, which is printed, and the names of test and case, so that a case
 * gets the same values alone as in the suite, and never another's. {@code -Dhexlink.seed=…} repeats a run.
 */
public final class SeededCases implements ParameterResolver, TestExecutionExceptionHandler {
  private static final String PROPERTY = "hexlink.seed";
  private static final long SEED = Long.getLong(PROPERTY, new Random().nextLong());

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
    int name = Objects.hash(context.getRequiredTestClass().getName(), context.getRequiredTestMethod().getName());
    return new Seeded(SEED + name * 0x9E3779B97F4A7C15L);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
    System.out.println(context.getDisplayName() + " failed with -D" + PROPERTY + "=" + SEED);
    throw failure;
  }
}
