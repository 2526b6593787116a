package dev.hexlink.application.spi;

import java.time.Instant;

/**
 * The memory of a request, by which a repetition is known.
 *
 * @param scope who asked: an API key or an address, so that callers do not meet
 * @param key the caller's {@code Idempotency-Key}, at most 255 characters
 * @param fingerprint a digest of the request; another one under the same key is a misuse
 * @param at when the request came
 * @param forgottenAt when the mark ends; a mark that has ended by another's {@code at} counts as not there
 */
public record IdempotencyMark(String scope, String key, String fingerprint, Instant at, Instant forgottenAt) {}
