package dev.hexlink.architecture.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * What holds everywhere, and the classes that break it.
 *
 * @param law the rule for one layout of packages
 * @param breakers classes of {@link Layout#BROKEN}, each of which the law must report
 */
public record Rule(Function<Layout, ArchRule> law, List<Class<?>> breakers) {
  static Rule of(Function<Layout, ArchRule> law, Class<?>... breakers) {
    return new Rule(law, List.of(breakers));
  }

  public String name() {
    return law.apply(Layout.PRODUCTION).getDescription();
  }
}
