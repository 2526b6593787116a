package dev.hexlink.application.api;

import dev.hexlink.domain.code.AllocationPolicy;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.SlugPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How Hexlink shall work.
 *
 * @param roles at least one
 * @param stack the name of the stack this instance belongs to
 * @param baseUrl what short URLs under the default host begin with, without a slash at the end
 * @param hosts further host names that short URLs are served under
 */
public record Settings(Set<Role> roles, String stack, String baseUrl, List<Host> hosts, Codes codes, Access access,
    Loads loads, Delivery delivery, Warming warming) {
  /**
   * @throws IllegalArgumentException if there is no role
   */
  public Settings {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("an instance needs at least one role");
    }
    roles = Set.copyOf(roles);
    hosts = List.copyOf(hosts);
  }

  /**
   * How codes are made.
   *
   * @param key null for the key in the store, which is made at the first start
   * @param slugs which codes owners may choose
   */
  public record Codes(@Nullable CodeKey key, Alphabet alphabet, int shortestLength, AllocationPolicy policy,
      WordPolicy words,
      SlugPolicy slugs, CollisionRetry retry) {}

  /**
   * Who may use the API.
   *
   * @param open whether everybody may
   * @param initialKey the secret of a key that shall be known; null for none
   * @param createsPerMinute how many links an address without a key may create in a minute; 0 for any number
   * @param requestsAtOnce how many requests of the API may be under way before those that can wait are turned away
   */
  public record Access(boolean open, @Nullable String initialKey, int createsPerMinute, int requestsAtOnce) {}

  /**
   * How routes are loaded when memory does not have them.
   *
   * @param deadline how long a redirect waits for a load
   * @param most how many loads may be under way at a time
   * @param changesEvery how often the log of changes is read
   */
  public record Loads(Duration deadline, int most, Duration changesEvery) {
    public static final Loads DEFAULT = new Loads(Duration.ofSeconds(2), 256, Duration.ofMillis(250));
  }

  /**
   * Which links are remembered before anyone asks for them.
   *
   * @param hottest how many of those that were followed most; 0 for none
   * @param drawn how many drawn by chance; 0 for none
   * @param within how far back it counts that a link was followed
   * @param every how often; zero for never, not even at the start
   */
  public record Warming(int hottest, int drawn, Duration within, Duration every) {
    public static final Warming DEFAULT = new Warming(25_000, 2_000, Duration.ofDays(1), Duration.ofMinutes(10));
    public static final Warming NONE = new Warming(0, 0, Duration.ofDays(1), Duration.ZERO);
  }

  /**
   * How visits travel from the journal to the store.
   *
   * @param batch how many visits at most make a batch
   * @param republishAfter how long a published visit may stay unsettled before it is published again
   * @param retention how long visits are kept, in whole days; null for ever
   */
  public record Delivery(int batch, Duration republishAfter, @Nullable Duration retention) {
    public static final Delivery DEFAULT = new Delivery(1_000, Duration.ofMinutes(1), null);
  }
}
