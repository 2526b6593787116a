package dev.hexlink.application.api;

import dev.hexlink.domain.link.Edit;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.Title;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to change fields of a link.
 *
 * @param target the new target as the caller wrote it; null to keep the old one
 */
public record ChangeRequest(@Nullable String target, Edit<Title> title, Edit<List<Tag>> tags, Edit<Note> note,
    Edit<Instant> validSince,
    Edit<Instant> validUntil, Edit<Long> maxVisits, Edit<RedirectStatus> redirectStatus) {}
