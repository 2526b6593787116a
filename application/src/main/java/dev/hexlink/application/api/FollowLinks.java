package dev.hexlink.application.api;

import dev.hexlink.domain.link.LinkKey;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers where a key leads, and counts the visit. */
public interface FollowLinks {
  /**
   * Follows a plain link that is in memory, and records the visit. Never blocks.
   *
   * @return null when only {@link #follow} can tell; nothing was counted then
   */
  @Nullable
  Following followNow(LinkKey key, Visitor visitor);

  /**
   * Follows any link and records the visit; does its waiting on virtual threads of its own. The future completes with {@code PortUnavailable} when
   * nobody can tell where the key leads or whether its budget has a visit left; it does not when only the visit could not be recorded.
   */
  CompletableFuture<Following> follow(LinkKey key, Visitor visitor);

  /** Tells where a key leads without counting a visit or taking from a budget. */
  CompletableFuture<Following> peek(LinkKey key);
}
