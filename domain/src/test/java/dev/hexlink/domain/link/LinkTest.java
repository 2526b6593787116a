package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexlink.domain.code.ShortCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final Instant BIRTH = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant LATER = BIRTH.plusSeconds(60);
  private static final LinkPatch NO_CHANGE = new LinkPatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(),
      Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
  private static final TargetUrl TARGET = new TargetUrl("https://example.com/");
  private static final Window NOVEMBER = new Window(BIRTH, Instant.parse("2026-12-01T00:00:00Z"));

  private final Link link = link(5L, 1);

  @Test
  void keepsEachTagOnceInOrder() {
    assertThat(link.tags()).containsExactly(new Tag("a"), new Tag("b"));
  }

  @Test
  void refusesBudgetsAndVersionsBelowOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> link(0L, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> link(null, 0));
    assertThat(link(null, 1).route().isPlain()).isTrue();
    assertThat(link(1L, 1).route().isPlain()).isFalse();
  }

  @Test
  void aPatchThatKeepsEverythingMakesTheNextVersion() {
    Link patched = link.patched(NO_CHANGE, LATER);

    assertThat(patched).usingRecursiveComparison().ignoringFields("version", "updatedAt").isEqualTo(link);
    assertThat(patched.version()).isEqualTo(2);
    assertThat(patched.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void aPatchGivesFieldsOtherValues() {
    var target = new TargetUrl("https://example.org/");
    var patch = new LinkPatch(Edit.to(target), Edit.to(new Title("Other")), Edit.to(List.of(new Tag("z"))),
        Edit.to(new Note("other")), Edit.to(LATER), Edit.to(LATER.plusSeconds(1)), Edit.to(7L),
        Edit.to(RedirectStatus.FOUND));

    assertThat(link.patched(patch, LATER)).isEqualTo(new Link(link.id(), link.key(), link.origin(), target,
        new Title("Other"), List.of(new Tag("z")), new Note("other"), new Window(LATER, LATER.plusSeconds(1)), 7L,
        RedirectStatus.FOUND, BIRTH, LATER, null, 2));
  }

  @Test
  void aPatchClearsWhatCanBeCleared() {
    var patch = new LinkPatch(Edit.to(null), Edit.to(null), Edit.to(null), Edit.to(null), Edit.to(null), Edit.to(null),
        Edit.to(null), Edit.to(null));

    assertThat(link.patched(patch, LATER)).isEqualTo(new Link(link.id(), link.key(), link.origin(), TARGET, null,
        List.of(), null, Window.ALWAYS, null, RedirectStatus.TEMPORARY_REDIRECT, BIRTH, LATER, null, 2));
  }

  @Test
  void aPatchCannotTurnTheWindowRound() {
    var patch = new LinkPatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.to(BIRTH),
        Edit.keep(), Edit.keep());

    assertThatIllegalArgumentException().isThrownBy(() -> link.patched(patch, LATER));
  }

  @Test
  void aRetiredLinkCanBeRestored() {
    Link retired = link.retired(LATER);
    Link restored = retired.restored(LATER.plusSeconds(1));

    assertThat(retired.at(LATER)).isEqualTo(Availability.RETIRED);
    assertThat(retired.retiredAt()).isEqualTo(LATER);
    assertThat(retired.version()).isEqualTo(2);
    assertThat(restored.at(LATER)).isEqualTo(Availability.ACTIVE);
    assertThat(restored.version()).isEqualTo(3);
    assertThat(restored.updatedAt()).isEqualTo(LATER.plusSeconds(1));
    assertThat(restored).usingRecursiveComparison().ignoringFields("version", "updatedAt").isEqualTo(link);
  }

  @Test
  void staysRetiredWhilePatched() {
    assertThat(link.retired(LATER).patched(NO_CHANGE, LATER.plusSeconds(1)).retiredAt()).isEqualTo(LATER);
  }

  @Test
  void takesAnotherKeyWithItsOrigin() {
    LinkKey other = LinkKey.of(new ShortCode("other"));
    Link moved = link.withKey(other, new CodeOrigin.Counted(16));

    assertThat(moved.key()).isEqualTo(other);
    assertThat(moved.origin()).isEqualTo(new CodeOrigin.Counted(16));
    assertThat(moved).usingRecursiveComparison().ignoringFields("key", "origin").isEqualTo(link);
  }

  @Test
  void aRouteIsWhatARedirectNeeds() {
    assertThat(link.route()).isEqualTo(new Route(link.id(), link.key(), TARGET, RedirectStatus.PERMANENT_REDIRECT,
        NOVEMBER, 5L, false, 1));
    assertThat(link.retired(LATER).route().retired()).isTrue();
  }

  private static Link link(@Nullable Long maxVisits, long version) {
    return new Link(new LinkId(new UUID(1, 2)), LinkKey.of(new ShortCode("code")), new CodeOrigin.Chosen(), TARGET,
        new Title("Title"), List.of(new Tag("b"), new Tag("a"), new Tag("b")), new Note("note"), NOVEMBER, maxVisits,
        RedirectStatus.PERMANENT_REDIRECT, BIRTH, BIRTH, null, version);
  }
}
