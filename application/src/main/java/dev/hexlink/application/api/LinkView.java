package dev.hexlink.application.api;

import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Instant;

/**
 * A link as its owner sees it.
 *
 * @param counts as durably stored
 * @param live visits answered and not yet stored, approximately
 * @param asOf when the counts were read
 */
public record LinkView(Link link, VisitCounts counts, long live, Instant asOf) {}
