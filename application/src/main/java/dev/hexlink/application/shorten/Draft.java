package dev.hexlink.application.shorten;

import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.TargetUrl;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that has everything but its code.
 *
 * @param attempt how many codes it has tried, the coming one included
 */
record Draft(LinkId id, ShortenRequest request, TargetUrl target, Instant now, int attempt) {
  private static final Duration IDEMPOTENCY = Duration.ofHours(24);

  Link with(AllocatedCode code) {
    return new Link(id, new LinkKey(request.host(), code.code()), code.origin(), target, request.title(),
        request.tags(),
        request.note(), request.window(), request.maxVisits(), request.redirectStatus(), now, now, null, 1);
  }

  Draft again() {
    return new Draft(id, request, target, now, attempt + 1);
  }

  @Nullable
  IdempotencyMark mark() {
    ShortenRequest.IdempotencyKey key = request.idempotency();
    return key == null
        ? null
        : new IdempotencyMark(key.scope(), key.key(), key.fingerprint(), now, now.plus(IDEMPOTENCY));
  }

  /** Whether nothing but the code can be contested. */
  boolean isPlain() {
    return request.slug() == null && request.idempotency() == null && !request.orEqual();
  }
}
