package dev.hexlink.architecture.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import java.util.function.Predicate;

/** A condition with the words a rule uses for it. */
final class NamedPredicate<T> extends DescribedPredicate<T> {
  private final Predicate<T> condition;

  NamedPredicate(String words, Predicate<T> condition) {
    super(words.replace("%", "%%"));
    this.condition = condition;
  }

  @Override
  public boolean test(T candidate) {
    return condition.test(candidate);
  }
}
