package org.example.tollgate;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Rate limits that the tollgate keeps for all instances that ask it. */
@Singleton
@Named("tollgate")
final class TollgateRateLimiter implements RateLimiter {
  private final TollgateClient client;

  TollgateRateLimiter(TollgateClient client) {
    this.client = client;
  }

  @Override
  public Grant take(String bucket, int wanted, Rate rate) {
    try {
      return client.take(bucket, wanted, rate);
    } catch (IOException e) {
      throw new RateLimiterUnavailable("the tollgate did not answer", e);
    }
  }
}
