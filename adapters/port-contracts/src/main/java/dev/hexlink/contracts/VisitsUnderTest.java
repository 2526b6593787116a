package dev.hexlink.contracts;

import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.link.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a test tells of its {@link Visits}. */
@ExtendWith(SeededCases.class)
public interface VisitsUnderTest {
  /** The adapter. Asked anew by every racing thread: several instances on one store may take turns. */
  Visits visits();

  /** The links of the same store, to which visits refer. */
  Links links();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<Visits> unreachableVisits();

  /** A link that stands in the store. */
  default Link standing(Seeded some) {
    return standing(some, 1).getFirst();
  }

  /** Links that stand in the store. */
  default List<Link> standing(Seeded some, int count) {
    List<Link> list = Stream.generate(some::link).limit(count).toList();
    links().insert(list);
    return list;
  }
}
