package dev.hexlink.application.api;

import dev.hexlink.application.spi.RateLimiter.Grant;
import java.time.Duration;
import java.util.Optional;

/** Decides who may ask, and how often. */
public interface AdmitCallers {
  /** Whether everybody may ask, with or without a key. */
  boolean isOpen();

  /**
   * The caller with this API key; empty when there is no such key.
   *
   * @throws dev.hexlink.application.spi.ApiKeysUnavailable if nobody can tell
   */
  Optional<Caller> withKey(String secret);

  /**
   * Takes creates out of a caller's allowance; a limiter that does not answer lets the caller pass.
   *
   * @return how many of the wanted creates may go on; empty when the caller is not limited
   */
  Optional<CreateGrant> takeCreates(Caller caller, int wanted);

  /**
   * What a limited caller was granted.
   *
   * @param limit how many creates the caller has in {@code window}
   */
  record CreateGrant(Grant grant, int limit, Duration window) {}
}
