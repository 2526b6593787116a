package dev.hexlink.application.spi;

import java.time.Instant;
import java.util.Optional;

/** Knows the API keys by the digests of their secrets; the secrets themselves are never stored. Throws {@link ApiKeysUnavailable} on an outage. */
public interface ApiKeys {
  /** The key whose secret has this digest; empty when there is none. */
  Optional<ApiKey> find(String digest);

  /** Adds a key unless one with its digest is there; asking again is safe. */
  void add(ApiKey key);

  boolean isEmpty();

  /**
   * A key as it is stored.
   *
   * @param digest SHA-256 of the secret, as 64 hexadecimal digits
   * @param name what its owner calls it
   */
  record ApiKey(String digest, String name, Instant createdAt) {}
}
