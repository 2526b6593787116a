package dev.hexlink.architecture.rules;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** What each of the chosen should be, with the words a rule uses for it. */
final class NamedCondition<T extends HasName.AndFullName> extends ArchCondition<T> {
  private final Predicate<T> condition;

  NamedCondition(String words, Predicate<T> condition) {
    super(words);
    this.condition = condition;
  }

  @Override
  public void check(T item, ConditionEvents events) {
    boolean satisfied = condition.test(item);
    String verdict = satisfied ? ": satisfies " : ": does not satisfy ";
    events.add(new SimpleConditionEvent(item, satisfied, item.getFullName() + verdict + getDescription()));
  }
}
