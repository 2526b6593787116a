package dev.hexlink.redis;

import dev.hexlink.contracts.servers.TestRedis;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two instances that share a part of the Redis that stands ready and take turns, and one whose Redis is not there. */
final class TwoInstances implements AfterAllCallback {
  private final AtomicInteger turns = new AtomicInteger();
  private final TestRedis redis = TestRedis.create();
  private final Instance one = new Instance(Settings.patient(redis.uri(), redis.prefix()));
  private final Instance other = new Instance(Settings.patient(redis.uri(), redis.prefix()));
  private final Instance unreachable = new Instance(Settings.of(Nowhere.uri(), redis.prefix()));

  @Override
  public void afterAll(ExtensionContext context) {
    unreachable.close();
    other.close();
    one.close();
    redis.close();
  }

  /** The one whose turn it is. */
  Instance next() {
    return turns.getAndIncrement() % 2 == 0 ? one : other;
  }

  Instance one() {
    return one;
  }

  Instance other() {
    return other;
  }

  Names names() {
    return new Names(redis.prefix());
  }

  /** The one whose Redis nobody reaches. */
  Instance unreachable() {
    return unreachable;
  }
}
