package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.LinkKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UntoldDropsTest {
  private static final LinkKey ONE = LinkKey.of(new ShortCode("one"));
  private static final LinkKey TWO = LinkKey.of(new ShortCode("two"));
  private static final LinkKey THREE = LinkKey.of(new ShortCode("three"));

  private final UntoldDrops drops = new UntoldDrops(Duration.ofMillis(200), 2);

  @Test
  void aKeyIsBelievedAgainOnceItsDropIsTold() {
    Map<LinkKey, Long> noted = drops.note(List.of(ONE, TWO));
    assertThat(drops.isBelieved(ONE)).isFalse();
    assertThat(drops.isBelieved(THREE)).isTrue();
    drops.told(List.of(ONE), noted);
    assertThat(drops.isBelieved(ONE)).isTrue();
    assertThat(drops.isBelieved(TWO)).isFalse();
    assertThat(drops.some(10)).containsOnlyKeys(TWO);
  }

  @Test
  void aDropIsNotToldByAnEarlierOne() {
    Map<LinkKey, Long> earlier = drops.note(List.of(ONE));
    Map<LinkKey, Long> later = drops.note(List.of(ONE));
    drops.told(List.of(ONE), earlier);
    assertThat(drops.isBelieved(ONE)).isFalse();
    drops.told(List.of(ONE), later);
    assertThat(drops.isBelieved(ONE)).isTrue();
  }

  @Test
  void whenTooManyAreUntoldNothingIsBelievedForATimeToLive() {
    Map<LinkKey, Long> noted = drops.note(List.of(ONE, TWO, THREE));
    assertThat(noted).hasSize(2);
    drops.giveUp(3 - noted.size());
    drops.told(List.of(ONE, TWO), noted);
    assertThat(drops.isBelieved(ONE)).isFalse();
    assertThat(drops.isBelieved(LinkKey.of(new ShortCode("other")))).isFalse();
    await().until(() -> drops.isBelieved(ONE));
  }

  @Test
  void someAreToldAtATime() {
    var _ = drops.note(List.of(ONE, TWO));
    assertThat(drops.some(1)).hasSize(1);
    assertThat(drops.some(10)).hasSize(2);
  }
}
