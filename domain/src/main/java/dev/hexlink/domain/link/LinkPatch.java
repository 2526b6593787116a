package dev.hexlink.domain.link;

import java.time.Instant;
import java.util.List;

/**
 * A change to some fields of a link (JSON merge patch, RFC 7396). Clearing the tags leaves none, clearing the redirect status goes back to 307;
 * a target cannot be cleared.
 */
public record LinkPatch(Edit<TargetUrl> target, Edit<Title> title, Edit<List<Tag>> tags, Edit<Note> note,
    Edit<Instant> validSince,
    Edit<Instant> validUntil, Edit<Long> maxVisits, Edit<RedirectStatus> redirectStatus) {}
