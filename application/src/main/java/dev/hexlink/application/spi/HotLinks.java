package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Route;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Knows which links are worth remembering before anyone asks for them; all it answers are in service. Every method throws {@link LinksUnavailable}
 * if the store did not answer.
 */
public interface HotLinks {
  /** How many links can be pinned. */
  int MOST_PINNED = 10_000;

  /**
   * The links that were followed most from the quarter of an hour of {@code since} on, the most followed first; visits that are not stored yet do not
   * count.
   *
   * @param most how many at most, 1 to 100,000
   */
  List<Route> hottest(Instant since, int most);

  /**
   * Links drawn by chance, old ones and new ones alike, each once; fewer only when there are fewer.
   *
   * @param most how many at most, 1 to 100,000
   */
  List<Route> drawn(RandomGenerator random, int most);

  /** The pinned links, in the order they were pinned. */
  List<Route> pinned();

  /**
   * Pins a link, so that it is remembered however seldom it is followed; one that is pinned stays so.
   *
   * @return false when there is no such link, or {@value #MOST_PINNED} others are pinned
   */
  boolean pin(LinkId link);

  /** Unpins a link; one that is not pinned stays so. */
  void unpin(LinkId link);
}
