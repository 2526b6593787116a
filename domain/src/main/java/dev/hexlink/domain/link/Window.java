package dev.hexlink.domain.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time in which a link may be followed: from {@code since} on, before {@code until}; null means without bound. */
public record Window(@Nullable Instant since, @Nullable Instant until) {
  public static final Window ALWAYS = new Window(null, null);

  /**
   * @throws IllegalArgumentException if it ends before it begins, or holds no instant
   */
  public Window {
    if (!isWindow(since, until)) {
      throw new IllegalArgumentException("a window ends after it begins: " + since + " to " + until);
    }
  }

  public static boolean isWindow(@Nullable Instant since, @Nullable Instant until) {
    return since == null || until == null || since.isBefore(until);
  }

  public boolean beginsAfter(Instant now) {
    return since != null && now.isBefore(since);
  }

  public boolean hasEndedBy(Instant now) {
    return until != null && !now.isBefore(until);
  }
}
