package dev.hexlink.postgres.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type, as one parameter: an array.
 *
 * @param type the element's type as Postgres calls it, such as {@code bigint}
 */
public record Values(String type, List<@Nullable Object> values) {
  public Values {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** One value of each item, in the order of the items. */
  public static <T> Values of(String type, Collection<? extends T> items, Function<T, @Nullable Object> value) {
    List<@Nullable Object> values = new ArrayList<>(items.size());
    items.forEach(item -> values.add(value.apply(item)));
    return new Values(type, values);
  }
}
