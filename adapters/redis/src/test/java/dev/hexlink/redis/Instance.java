package dev.hexlink.redis;

/** One instance's adapters on a Redis. */
final class Instance implements AutoCloseable {
  private final RedisServer server;
  private final RedisLinkCache cache;
  private final RedisLiveCounters live;
  private final RedisCodePool pool;
  private final RedisCodeCounter counter;
  private final RedisRateLimiter limiter;
  private final RedisHealthCheck health;

  Instance(RedisConfiguration configuration) {
    Names names = new Names(configuration.keyPrefix());
    server = new RedisServer(configuration);
    cache = new RedisLinkCache(server, names, configuration);
    live = new RedisLiveCounters(server, names);
    pool = new RedisCodePool(server, names);
    counter = new RedisCodeCounter(server, names);
    limiter = new RedisRateLimiter(server, names);
    health = new RedisHealthCheck(server);
  }

  RedisLinkCache cache() {
    return cache;
  }

  RedisLiveCounters live() {
    return live;
  }

  RedisCodePool pool() {
    return pool;
  }

  RedisCodeCounter counter() {
    return counter;
  }

  RedisRateLimiter limiter() {
    return limiter;
  }

  RedisHealthCheck health() {
    return health;
  }

  RedisServer server() {
    return server;
  }

  @Override
  public void close() {
    live.close();
    cache.close();
    server.close();
  }
}
