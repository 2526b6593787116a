package dev.hexlink.contracts;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.ApiKeysUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class ApiKeysContractTest {
  @Nested
  class Heap implements ApiKeysContract {
    private static final ApiKeys KEYS = new HeapApiKeys();

    @Override
    public ApiKeys apiKeys() {
      return KEYS;
    }

    @Override
    public Optional<ApiKeys> unreachableApiKeys() {
      return Optional
          .of(Unreachable.port(ApiKeys.class, () -> new ApiKeysUnavailable("down", new IOException("down"))));
    }
  }

  @Test
  void overwritingIsRejected() {
    rejected(new HeapApiKeys() {
      @Override
      public void add(ApiKey key) {
        keys.put(key.digest(), key);
      }
    }, "addingAgainChangesNothing");
  }

  @Test
  void checkThenActIsRejected() {
    rejected(new HeapApiKeys() {
      @Override
      public void add(ApiKey key) {
        if (!keys.containsKey(key.digest())) {
          Gap.pass();
          keys.put(key.digest(), key);
        }
      }
    }, "theFirstOfRacingAddsStands");
  }

  @Test
  void forgettingIsRejected() {
    rejected(new HeapApiKeys() {
      @Override
      public void add(ApiKey key) {}
    }, "aKeyIsFoundAsItWasAdded", "aKeyMakesTheKeysNotEmpty");
  }

  @Test
  void lettingAnyoneInIsRejected() {
    rejected(new HeapApiKeys() {
      @Override
      public Optional<ApiKey> find(String digest) {
        return Optional.of(new ApiKey(digest, "anyone", Instant.EPOCH));
      }
    }, "aDigestNobodyAddedIsEmpty");
  }

  @Test
  void readingAnOutageAsNoKeyIsRejected() {
    Subject.reset(new HeapApiKeys(), new HeapApiKeys());
    Trial.rejects(Subject.class, "anOutageIsSaidAndNeverReadAsNoKey");
  }

  private static void rejected(ApiKeys broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, cases);
  }

  static class Subject implements ApiKeysContract {
    private static ApiKeys keys = new HeapApiKeys();
    private static @Nullable ApiKeys unreachable;

    static void reset(ApiKeys broken, @Nullable ApiKeys outage) {
      keys = broken;
      unreachable = outage;
    }

    @Override
    public ApiKeys apiKeys() {
      return keys;
    }

    @Override
    public Optional<ApiKeys> unreachableApiKeys() {
      return Optional.ofNullable(unreachable);
    }
  }
}
