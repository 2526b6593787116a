package dev.hexlink.application.spi;

import dev.hexlink.domain.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * A link to insert under conditions.
 *
 * @param mark the idempotency mark to record with it; null when the request had none
 * @param orEqual whether a link in service with the same host, target, window, visit budget and redirect status (and the same code, when the
 *        new one's is chosen) is as good as the new one
 */
public record Insertion(Link link, @Nullable IdempotencyMark mark, boolean orEqual) {}
