package dev.hexlink.redis;

import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.RateLimiterUnavailable;
import io.lettuce.core.ScriptOutputType;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Rate limits in Redis, on its clock, by the generic cell rate algorithm: a bucket is one moment, at which it will be full again. */
@Singleton
@Named("redis")
final class RedisRateLimiter implements RateLimiter {
  private static final int NANOS_PER_MICRO = 1_000;
  private static final LuaScript TAKE = LuaScript.of("take_units");

  private final RedisServer server;
  private final Names names;

  RedisRateLimiter(RedisServer server, Names names) {
    this.server = server;
    this.names = names;
  }

  @Override
  public Grant take(String bucket, int wanted, Rate rate) {
    if (wanted < 0) {
      throw new IllegalArgumentException("no one can take " + wanted + " units");
    }
    List<String> arguments = List.of(Integer.toString(wanted), Integer.toString(rate.units()),
        Long.toString(microsPerUnit(rate)));
    try {
      List<Long> answer = server.write("to limit rates", session -> TAKE.<List<Long>>run(session,
          ScriptOutputType.MULTI, List.of(names.bucket(bucket)), arguments));
      return new Grant(Math.toIntExact(answer.get(0)), Math.toIntExact(answer.get(1)), micros(answer.get(2)),
          micros(answer.get(3)));
    } catch (NoAnswer e) {
      throw new RateLimiterUnavailable("the limiter did not decide: " + e.reason(), e);
    }
  }

  private static long microsPerUnit(Rate rate) {
    return Math.ceilDiv(Math.ceilDiv(rate.per().toNanos(), rate.units()), NANOS_PER_MICRO);
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
