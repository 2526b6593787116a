package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.Settings;
import dev.hexlink.domain.code.AllocationPolicy;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeBook;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.CodeSpace;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.LeasedCounter;
import dev.hexlink.domain.code.PreGeneratedPool;
import dev.hexlink.domain.code.RandomDraw;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Snowflake;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.SlugPolicy;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * How codes come about.
 *
 * @param policy where the code of a new link comes from: leased-counter, pool, snowflake or random
 * @param key the secret that decides which code a count gets, as 32 hexadecimal digits; made at the first start and kept in the store unless given
 * @param alphabet the symbols of generated codes: 16 to 62 letters and digits; fixed at the first start
 * @param shortestLength the length of the first codes, 4 to 10; fixed at the first start
 * @param blockSize how many counts are leased at a time, 1 to 100,000
 * @param poolCapacity how many codes the pool holds when it is full
 * @param poolRefillBelow the pool is filled up when it holds fewer
 * @param randomLength how long a code drawn by chance is, 12 to 64
 * @param shortestSlug how long a custom slug must be, 1 to 64
 */
@ConfigurationProperties("hexlink.codes")
public record CodesConfiguration(
    @Bindable(defaultValue = "leased-counter") Policy policy,
    @Nullable String key,
    @Bindable(defaultValue = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") String alphabet,
    @Bindable(defaultValue = "8") int shortestLength,
    @Bindable(defaultValue = "1000") int blockSize,
    @Bindable(defaultValue = "10000") int poolCapacity,
    @Bindable(defaultValue = "5000") int poolRefillBelow,
    @Bindable(defaultValue = "12") int randomLength,
    @Bindable(defaultValue = "1") int shortestSlug) {
  private static final int LARGEST_POOL = 1_000_000;

  public CodesConfiguration {
    if (key != null && CodeKey.parse(key).isEmpty()) {
      throw SettingRefusal.ofSecret("hexlink.codes.key", "32 hexadecimal digits");
    }
    try {
      new Alphabet(alphabet);
    } catch (IllegalArgumentException e) {
      throw SettingRefusal.of("hexlink.codes.alphabet", alphabet, "16 to 62 letters and digits, each once");
    }
    SettingRefusal.unlessWithin(CodeBook.SMALLEST_SHORTEST, CodeSpace.LONGEST, "hexlink.codes.shortest-length",
        shortestLength);
    SettingRefusal.unlessWithin(1, LeasedCounter.LARGEST_BLOCK, "hexlink.codes.block-size", blockSize);
    SettingRefusal.unlessWithin(1, LARGEST_POOL, "hexlink.codes.pool-capacity", poolCapacity);
    SettingRefusal.unlessWithin(1, poolCapacity, "hexlink.codes.pool-refill-below", poolRefillBelow);
    SettingRefusal.unlessWithin(RandomDraw.SHORTEST, ShortCode.LONGEST, "hexlink.codes.random-length", randomLength);
    SettingRefusal.unlessWithin(1, ShortCode.LONGEST, "hexlink.codes.shortest-slug", shortestSlug);
  }

  /** What the domain makes of it. */
  public Settings.Codes toSettings() {
    WordPolicy words = WordPolicy.standard();
    return new Settings.Codes(key == null ? null : CodeKey.parse(key).orElseThrow(), new Alphabet(alphabet),
        shortestLength, allocation(), words, new SlugPolicy(shortestSlug, words), CollisionRetry.DEFAULT);
  }

  private AllocationPolicy allocation() {
    return switch (policy) {
      case LEASED_COUNTER -> new LeasedCounter(blockSize);
      case POOL -> new PreGeneratedPool(poolCapacity, poolRefillBelow);
      case SNOWFLAKE -> new Snowflake();
      case RANDOM -> new RandomDraw(randomLength);
    };
  }

  @Override
  public String toString() {
    return "CodesConfiguration[policy " + policy + ", alphabet " + alphabet + ", shortest length " + shortestLength
        + "]";
  }
}
