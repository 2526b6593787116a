package dev.hexlink.application.spi;

import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The one authority on links. A key is held by at most one link, for good and whatever runs at the same time; it compares keys to the letter.
 * Instants are kept to the millisecond. Every method throws {@link LinksUnavailable} if the store did not answer.
 */
public interface Links {
  /**
   * Inserts each link whose key is free, in one commit. A link whose id is already there counts as inserted, so asking again is safe; of two
   * links in the list with the same key the first is inserted. What was inserted survives a kill of the process.
   *
   * @return the ids of the links whose key was taken; empty when every link stands
   * @throws LinksUnavailable if the store did not answer; each link may or may not stand
   */
  Set<LinkId> insert(List<Link> links);

  /**
   * Inserts links under conditions, in one commit, each judged after those before it in the list: the idempotency mark is recorded together
   * with its link, and an equal link is looked for and the new one inserted as one step, whatever runs at the same time.
   *
   * @return what came of each insertion, in order
   * @throws LinksUnavailable if the store did not answer; each link may or may not stand
   */
  List<InsertOutcome> insertEach(List<Insertion> insertions);

  /** The link with this key, retired or not; empty when no link ever had it. */
  Optional<Link> find(LinkKey key);

  /**
   * Replaces the stored link of the same id by its next version, and logs the change, in one commit.
   *
   * @return whether it was replaced; false when the stored version is not {@code next.version() - 1}, or there is no such link
   */
  boolean replace(Link next);

  /** The links in service that a query asks for, newest first. */
  LinkPage list(LinkQuery query);

  /**
   * The changes logged after a position, oldest first. Every {@link #replace} is logged, and so is every insertion of a link with a chosen code
   * (its key may be cached as unknown elsewhere).
   *
   * @param after the position of the last change that is known; 0 for all
   */
  List<LinkChange> changesAfter(long after, int limit);

  /** The position of the latest change; 0 when there was none. */
  long latestChange();

  /** The highest counter value that a link of this stack was inserted with; empty when there is none. */
  OptionalLong highestValue(Stack stack);
}
