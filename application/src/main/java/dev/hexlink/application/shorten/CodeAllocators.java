package dev.hexlink.application.shorten;

import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.domain.code.CodeBook;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.LeasedCounter;
import dev.hexlink.domain.code.PreGeneratedPool;
import dev.hexlink.domain.code.RandomDraw;
import dev.hexlink.domain.code.Snowflake;
import dev.hexlink.domain.code.Stack;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * The allocator that the settings choose, made with the key, alphabet, shortest length and stack that the store has kept since its first start.
 *
 * @param counted the counter behind the allocator, or beside it when the policy needs none
 */
public record CodeAllocators(CodeAllocator allocator, CountedCodes counted, Stack stack) {
  private static final int POOLED_BLOCK = 1_000;

  /**
   * @throws StartRefused if key, alphabet or shortest length are not the store's
   */
  public static CodeAllocators of(Installation installation, CodeCounter counter, CodePool pool, WorkerNumbers workers,
      Links links,
      Settings settings, InstantSource clock, RandomGenerator random, Executor background) {
    Settings.Codes codes = settings.codes();
    CodeKey key = agreedKey(installation, codes, random);
    Stack stack = installation.stack(settings.stack());
    CodeBook book = new CodeBook(key, codes.alphabet(), codes.shortestLength());
    int block = codes.policy() instanceof LeasedCounter(int blockSize) ? blockSize : POOLED_BLOCK;
    CountedCodes counted = new CountedCodes(counter, links, stack, book, codes.words(), codes.retry(), block,
        background);
    CodeAllocator allocator = switch (codes.policy()) {
      case LeasedCounter _ -> counted;
      case PreGeneratedPool policy -> new PooledCodes(pool, policy, counted, background);
      case Snowflake() -> new SnowflakeCodes(workers, holder(random), key, codes.alphabet(), codes.words(), clock);
      case RandomDraw policy -> new RandomCodes(policy, codes.alphabet(), codes.words(), random);
    };
    return new CodeAllocators(allocator, counted, stack);
  }

  private static String holder(RandomGenerator random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static CodeKey agreedKey(Installation installation, Settings.Codes codes, RandomGenerator random) {
    CodeKey given = codes.key();
    CodeKey proposed = given == null ? new CodeKey(random.nextLong(), random.nextLong()) : given;
    InstallationFacts facts = installation
        .keep(new InstallationFacts(given == null ? proposed.hex() : "", proposed.fingerprint(),
            codes.alphabet().symbols(), codes.shortestLength(), Stack.MOST));
    requireSame("hexlink.codes.alphabet", codes.alphabet().symbols(), facts.alphabet());
    requireSame("hexlink.codes.shortest-length", codes.shortestLength(), facts.shortestLength());
    requireSame("hexlink.codes (stacks)", Stack.MOST, facts.stacks());
    return given == null ? keptKey(facts) : requireKept(given, facts);
  }

  private static CodeKey keptKey(InstallationFacts facts) {
    return CodeKey.parse(facts.key())
        .orElseThrow(() -> new StartRefused("hexlink.codes.key",
            "the store was started with a code key given from outside (fingerprint " + facts.keyFingerprint()
                + "): set hexlink.codes.key (HEXLINK_CODES_KEY or HEXLINK_CODES_KEY_FILE) to it"));
  }

  private static CodeKey requireKept(CodeKey given, InstallationFacts facts) {
    if (!given.fingerprint().equals(facts.keyFingerprint())) {
      throw new StartRefused("hexlink.codes.key", "hexlink.codes.key (fingerprint " + given.fingerprint()
          + ") is not the key this store was first started with (fingerprint " + facts.keyFingerprint() + ")");
    }
    return given;
  }

  private static void requireSame(String setting, Object configured, Object kept) {
    if (!configured.equals(kept)) {
      throw new StartRefused(setting,
          setting + " is " + configured + ", but this store was first started with " + kept + ", which cannot change");
    }
  }
}
