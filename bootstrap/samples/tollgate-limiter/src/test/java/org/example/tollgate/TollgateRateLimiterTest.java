package org.example.tollgate;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.contracts.RateLimiterContract;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class TollgateRateLimiterTest implements RateLimiterContract {
  private final AtomicLong now = new AtomicLong();
  private Tollgate tollgate;

  @BeforeEach
  void open() throws IOException {
    tollgate = Tollgate.open(0, now::get);
  }

  @AfterEach
  void close() {
    tollgate.close();
  }

  @Override
  public RateLimiter rateLimiter() {
    return limiterAt(tollgate.port());
  }

  @Override
  public Optional<RateLimiter> unreachableRateLimiter() {
    int port = tollgate.port();
    tollgate.close();
    return Optional.of(limiterAt(port));
  }

  @Override
  public void advance(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static RateLimiter limiterAt(int port) {
    Duration ample = Duration.ofSeconds(10);
    return new TollgateRateLimiter(new TollgateClient(new TollgateConfiguration("127.0.0.1", port, ample)));
  }
}
