package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.fakes.HeapCounter;
import dev.hexlink.application.fakes.HeapInstallation;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapPool;
import dev.hexlink.application.fakes.HeapWorkerNumbers;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.fakes.TestSettings;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.AllocationPolicy;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.LeasedCounter;
import dev.hexlink.domain.code.PreGeneratedPool;
import dev.hexlink.domain.code.RandomDraw;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Snowflake;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodeAllocatorsTest {
  private static final @Nullable CodeKey NO_KEY = null;
  private static final CodeKey OTHER = new CodeKey(1, 2);
  private static final AllocationPolicy LEASED = new LeasedCounter(100);
  private static final Alphabet WITHOUT_LOOK_ALIKES = new Alphabet("23456789abcdefghjkmnpqrstuvwxyz");

  private final HeapInstallation installation = new HeapInstallation();
  private final Random random = Seeds.fresh();

  @Test
  void makesAKeyAtTheFirstStartAndKeepsIt() {
    ShortCode first = firstCode(start(NO_KEY));
    assertThat(installation.kept().orElseThrow().key()).matches("[0-9a-f]{32}");

    assertThat(firstCode(start(NO_KEY))).as("the same counter value under the same key").isEqualTo(first);
  }

  @Test
  void agreesOnOneKeyWhoeverStartsFirst() {
    List<ShortCode> firsts = Race.of(16, _ -> firstCode(start(NO_KEY)));

    assertThat(firsts.stream().collect(Collectors.toSet())).hasSize(1);
  }

  @Test
  void doesNotKeepAKeyThatIsGiven() {
    start(Samples.KEY);

    assertThat(installation.kept().orElseThrow().key()).isEmpty();
    assertThat(installation.kept().orElseThrow().keyFingerprint()).isEqualTo(Samples.KEY.fingerprint());
    start(Samples.KEY);
  }

  @Test
  void takesTheKeptKeyFromOutside() {
    start(NO_KEY);
    CodeKey kept = CodeKey.parse(installation.kept().orElseThrow().key()).orElseThrow();

    assertThat(firstCode(start(kept))).isEqualTo(firstCode(start(NO_KEY)));
  }

  @Test
  void refusesAnotherKey() {
    start(Samples.KEY);

    assertRefused("hexlink.codes.key", OTHER, Alphabet.BASE62, 8);
  }

  @Test
  void refusesToStartWithoutTheKeyThatWasGivenBefore() {
    start(Samples.KEY);

    assertRefused("hexlink.codes.key", null, Alphabet.BASE62, 8);
  }

  @Test
  void refusesAnotherAlphabetOrLength() {
    start(NO_KEY);

    assertRefused("hexlink.codes.alphabet", null, WITHOUT_LOOK_ALIKES, 8);
    assertRefused("hexlink.codes.shortest-length", null, Alphabet.BASE62, 7);
  }

  @Test
  void showsNoKeyWhenItRefuses() {
    start(Samples.KEY);

    assertThatThrownBy(() -> start(OTHER)).hasMessageNotContainingAny(Samples.KEY.hex(), OTHER.hex());
  }

  @Test
  void doesNotStartWhenTheStoreDoesNotAnswer() {
    installation.outage.begin();

    assertThatThrownBy(() -> start(NO_KEY)).isInstanceOf(InstallationUnavailable.class);
  }

  @Test
  void choosesByPolicy() {
    assertThat(start(LEASED).allocator()).isInstanceOf(CountedCodes.class);
    assertThat(start(new PreGeneratedPool(10, 5)).allocator()).isInstanceOf(PooledCodes.class);
    assertThat(start(new Snowflake()).allocator()).isInstanceOf(SnowflakeCodes.class);
    assertThat(start(new RandomDraw(12)).allocator()).isInstanceOf(RandomCodes.class);
  }

  @Test
  void givesDifferentStacksDifferentCodes() {
    CodeAllocators one = start(Samples.KEY);
    Settings settings = TestSettings.of(TestSettings.codes(Samples.KEY, Alphabet.BASE62, 8, LEASED));
    CodeAllocators two = start(new Settings(settings.roles(), "second", settings.baseUrl(), settings.hosts(),
        settings.codes(), settings.access(), settings.loads(), settings.delivery(), settings.warming()));

    assertThat(two.stack().index()).isEqualTo(1);
    assertThat(firstCode(two)).isNotEqualTo(firstCode(one));
  }

  private CodeAllocators start(@Nullable CodeKey key) {
    return start(TestSettings.of(TestSettings.codes(key, Alphabet.BASE62, 8, LEASED)));
  }

  private CodeAllocators start(AllocationPolicy policy) {
    return start(TestSettings.of(TestSettings.codes(null, Alphabet.BASE62, 8, policy)));
  }

  private CodeAllocators start(Settings settings) {
    return CodeAllocators.of(installation, new HeapCounter(), new HeapPool(), new HeapWorkerNumbers(4), new HeapLinks(),
        settings, new MutableClock(), random, Runnable::run);
  }

  private void assertRefused(String setting, @Nullable CodeKey key, Alphabet alphabet, int shortest) {
    assertThatThrownBy(() -> start(TestSettings.of(TestSettings.codes(key, alphabet, shortest, LEASED))))
        .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.setting()).isEqualTo(setting))
        .hasMessageContaining(setting);
  }

  private static ShortCode firstCode(CodeAllocators codes) {
    return codes.allocator().next().code();
  }
}
