package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.ApiKeys.ApiKey;
import dev.hexlink.application.spi.ApiKeysUnavailable;
import java.util.Optional;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link ApiKeys} keeps to. */
@ExtendWith(SeededCases.class)
public interface ApiKeysContract {
  /** The adapter. Asked anew by every racing thread: several instances on one store may take turns. */
  ApiKeys apiKeys();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<ApiKeys> unreachableApiKeys();

  @Test
  default void aKeyIsFoundAsItWasAdded(Seeded some) {
    List<ApiKey> keys = Stream.generate(() -> key(some)).limit(5).toList();
    keys.forEach(apiKeys()::add);
    assertThat(keys).allSatisfy(key -> assertThat(apiKeys().find(key.digest())).contains(key));
  }

  @Test
  default void aDigestNobodyAddedIsEmpty(Seeded some) {
    assertThat(apiKeys().find(key(some).digest())).isEmpty();
  }

  @Test
  default void aKeyMakesTheKeysNotEmpty(Seeded some) {
    boolean before = apiKeys().isEmpty();
    ApiKey key = key(some);
    assertThat(before && apiKeys().find(key.digest()).isPresent()).isFalse();
    apiKeys().add(key);
    assertThat(apiKeys().isEmpty()).isFalse();
  }

  @Test
  default void addingAgainChangesNothing(Seeded some) {
    ApiKey key = key(some);
    apiKeys().add(key);
    apiKeys().add(key);
    apiKeys().add(new ApiKey(key.digest(), "another name", key.createdAt().plusSeconds(5)));
    assertThat(apiKeys().find(key.digest())).contains(key);
  }

  @Test
  default void theFirstOfRacingAddsStands(Seeded some) {
    for (int round = 0; round < 5; round++) {
      ApiKey key = key(some);
      List<Optional<ApiKey>> found = Race.of(Race.RUNNERS, i -> {
        apiKeys().add(new ApiKey(key.digest(), "added by " + i, key.createdAt()));
        return apiKeys().find(key.digest());
      });
      assertThat(found).doesNotContain(Optional.empty());
      assertThat(found.stream().distinct()).as("what racing adders found").hasSize(1)
          .containsExactly(apiKeys().find(key.digest()));
    }
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsNoKey(Seeded some) {
    ApiKeys keys = Outage.of(unreachableApiKeys());
    ApiKey key = key(some);
    isSaid(() -> keys.find(key.digest()));
    isSaid(() -> keys.add(key));
    isSaid(keys::isEmpty);
  }

  private static void isSaid(ThrowingCallable call) {
    Outage.isSaid(ApiKeysUnavailable.class, call);
  }

  private static ApiKey key(Seeded some) {
    byte[] digest = new byte[32];
    some.random().nextBytes(digest);
    return new ApiKey(HexFormat.of().formatHex(digest), "Größe's key 😀 " + some.word(), some.instant());
  }
}
