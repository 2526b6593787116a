package dev.hexlink.application.api;

import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a short link.
 *
 * @param target what shall be shortened, as the caller wrote it
 * @param slug the code the caller chose, as written; null to have one generated
 * @param maxVisits at least 1; null for any number
 * @param orEqual whether a link that is there already and equal is as good as a new one
 * @param idempotency null when the caller did not ask to be recognised
 */
public record ShortenRequest(String target, @Nullable String slug, Host host, @Nullable Title title, List<Tag> tags,
    @Nullable Note note,
    Window window, @Nullable Long maxVisits, RedirectStatus redirectStatus, boolean orEqual,
    @Nullable IdempotencyKey idempotency) {
  /**
   * @throws IllegalArgumentException if {@code maxVisits} is below 1
   */
  public ShortenRequest {
    if (maxVisits != null && maxVisits < 1) {
      throw new IllegalArgumentException("a visit budget is at least 1, not " + maxVisits);
    }
    tags = List.copyOf(tags);
  }

  /**
   * By what a repetition of the request is known.
   *
   * @param scope the caller's {@link Caller#scope()}
   * @param key 1 to 255 characters
   * @param fingerprint a digest of the whole request
   */
  public record IdempotencyKey(String scope, String key, String fingerprint) {}
}
