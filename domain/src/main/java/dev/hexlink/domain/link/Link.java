package dev.hexlink.domain.link;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short link: a key that leads to a target, under conditions.
 *
 * @param tags sorted, each once
 * @param maxVisits how many visits may be redirected in all, at least 1; null means any number
 * @param retiredAt when the link was taken out of service (soft delete); null while in service
 * @param version 1 at birth, one more at every change
 */
public record Link(LinkId id, LinkKey key, CodeOrigin origin, TargetUrl target, @Nullable Title title, List<Tag> tags,
    @Nullable Note note,
    Window window, @Nullable Long maxVisits, RedirectStatus redirectStatus, Instant createdAt, Instant updatedAt,
    @Nullable Instant retiredAt,
    long version) {
  /**
   * @throws IllegalArgumentException if the visit budget or the version is below 1
   */
  public Link {
    if (maxVisits != null && maxVisits < 1) {
      throw new IllegalArgumentException("a visit budget is at least 1, not " + maxVisits);
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions begin at 1, not " + version);
    }
    tags = tags.stream().distinct().sorted().toList();
  }

  /** Whether the link may be followed at a moment. */
  public Availability at(Instant now) {
    return route().at(now);
  }

  /** What a redirect needs of this link. */
  public Route route() {
    return new Route(id, key, target, redirectStatus, window, maxVisits, retiredAt != null, version);
  }

  /** This link under another key. */
  public Link withKey(LinkKey other, CodeOrigin from) {
    return new Link(id, other, from, target, title, tags, note, window, maxVisits, redirectStatus, createdAt, updatedAt,
        retiredAt, version);
  }

  /**
   * The next version of this link with a patch applied.
   *
   * @throws IllegalArgumentException if the window that comes of it is none
   */
  public Link patched(LinkPatch patch, Instant now) {
    Window patchedWindow = new Window(patch.validSince().appliedTo(window.since()),
        patch.validUntil().appliedTo(window.until()));
    List<Tag> patchedTags = patch.tags().appliedTo(tags);
    RedirectStatus patchedStatus = patch.redirectStatus().appliedTo(redirectStatus);
    TargetUrl patchedTarget = patch.target().appliedTo(target);
    return new Link(id, key, origin, patchedTarget == null ? target : patchedTarget, patch.title().appliedTo(title),
        patchedTags == null ? List.of() : patchedTags, patch.note().appliedTo(note), patchedWindow,
        patch.maxVisits().appliedTo(maxVisits),
        patchedStatus == null ? RedirectStatus.TEMPORARY_REDIRECT : patchedStatus, createdAt, now, retiredAt,
        version + 1);
  }

  /** The next version of this link, out of service. */
  public Link retired(Instant now) {
    return new Link(id, key, origin, target, title, tags, note, window, maxVisits, redirectStatus, createdAt, now, now,
        version + 1);
  }

  /** The next version of this link, back in service. */
  public Link restored(Instant now) {
    return new Link(id, key, origin, target, title, tags, note, window, maxVisits, redirectStatus, createdAt, now, null,
        version + 1);
  }
}
