package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkId;
import java.time.Instant;

/** The last link of a page, after which the next begins: links are ordered by birth, newest first, then by id, highest first. */
public record LinkCursor(Instant createdAt, LinkId id) {}
