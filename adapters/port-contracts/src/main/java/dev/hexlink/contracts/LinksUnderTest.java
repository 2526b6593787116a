package dev.hexlink.contracts;

import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.link.Host;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a test tells of its {@link Links}. */
@ExtendWith(SeededCases.class)
public interface LinksUnderTest {
  /** The adapter. Asked anew by every racing thread: several instances on one store may take turns. */
  Links links();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<Links> unreachableLinks();

  /** Makes sure that hosts have their rows, where links refer to such, as {@code Installation.register} does. */
  default void register(Collection<Host> hosts) {}
}
