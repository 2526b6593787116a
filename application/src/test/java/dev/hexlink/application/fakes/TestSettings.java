package dev.hexlink.application.fakes;

import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.Settings;
import dev.hexlink.domain.code.AllocationPolicy;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.LeasedCounter;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.SlugPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings that tests begin with. */
public final class TestSettings {
  private TestSettings() {}

  public static Settings of(Settings.Codes codes) {
    return new Settings(Set.of(Role.values()), "main", "https://hex.example", List.of(), codes,
        new Settings.Access(true, null, 0, 100),
        new Settings.Loads(Duration.ofSeconds(10), 64, Duration.ofMillis(10)), Settings.Delivery.DEFAULT,
        Settings.Warming.NONE);
  }

  public static Settings standard() {
    return of(codes(null, Alphabet.BASE62, 8, new LeasedCounter(100)));
  }

  public static Settings.Codes codes(@Nullable CodeKey key, Alphabet alphabet, int shortest, AllocationPolicy policy) {
    return new Settings.Codes(key, alphabet, shortest, policy, WordPolicy.standard(),
        new SlugPolicy(3, WordPolicy.standard()), CollisionRetry.DEFAULT);
  }
}
