package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link Links#list}: the links in service that a query asks for, newest first, in pages without doubles or gaps. */
public interface LinksListCases extends LinksUnderTest {
  Comparator<Link> NEWEST_FIRST = Comparator.comparing(Link::createdAt).thenComparing(Link::id).reversed();

  @Test
  default void pagesShowEveryLinkOnceNewestFirst(Seeded some) {
    Tag tag = some.tag();
    Instant birth = some.instant();
    List<Link> inserted = IntStream.range(0, 53).mapToObj(i -> born(birth.plusMillis(i / 5), tag, some)).toList();
    links().insert(inserted);
    assertThat(walk(tag, 7, () -> {})).containsExactlyElementsOf(inserted.stream().sorted(NEWEST_FIRST).toList());
  }

  @Test
  default void aPageSaysWhetherMoreFollow(Seeded some) {
    Tag tag = some.tag();
    links().insert(Stream.generate(() -> born(some.instant(), tag, some)).limit(10).toList());
    assertThat(page(tag, 10, null).hasMore()).isFalse();
    LinkPage first = page(tag, 9, null);
    assertThat(first.hasMore()).isTrue();
    LinkPage second = page(tag, 9, cursor(first));
    assertThat(second.links()).hasSize(1);
    assertThat(second.hasMore()).isFalse();
    LinkPage none = page(some.tag(), 9, null);
    assertThat(none.links()).isEmpty();
    assertThat(none.hasMore()).isFalse();
  }

  @Test
  default void pagesHaveNeitherDoublesNorGapsWhileOthersInsert(Seeded some) {
    Tag tag = some.tag();
    List<Link> inserted = Stream.generate(() -> born(some.instant(), tag, some)).limit(40).toList();
    links().insert(inserted);
    List<Link> walked = walk(tag, 6,
        () -> links().insert(List.of(born(some.midnight(), tag, some), born(some.instant(), tag, some))));
    assertThat(walked).doesNotHaveDuplicates().isSortedAccordingTo(NEWEST_FIRST).containsAll(inserted);
  }

  @Test
  default void pagesHaveNeitherDoublesNorGapsInARace(Seeded some) {
    Tag tag = some.tag();
    List<Link> inserted = Stream.generate(() -> born(some.instant(), tag, some)).limit(60).toList();
    links().insert(inserted);
    AtomicBoolean walking = new AtomicBoolean(true);
    List<List<Link>> walked = Race.of(5, i -> {
      if (i > 0) {
        for (int n = 0; n < 100 && walking.get(); n++) {
          links().insert(List.of(born(some.instant(), tag, some)));
        }
        return List.of();
      }
      try {
        return walk(tag, 25, () -> {});
      } finally {
        walking.set(false);
      }
    });
    assertThat(walked.getFirst()).doesNotHaveDuplicates().isSortedAccordingTo(NEWEST_FIRST).containsAll(inserted);
  }

  @Test
  default void aQueryWithoutConditionsShowsAnyLink(Seeded some) {
    links().insert(List.of(some.link(), some.link(), some.chosen()));
    LinkPage page = links().list(new LinkQuery(2, null, List.of(), List.of(), null));
    assertThat(page.links()).hasSize(2).isSortedAccordingTo(NEWEST_FIRST);
    assertThat(page.hasMore()).isTrue();
  }

  @Test
  default void listedLinksAreWhole(Seeded some) {
    Link link = some.fullLink(some.key(), new CodeOrigin.Chosen());
    links().insert(List.of(link));
    assertThat(listed(List.of(), link.tags(), null)).containsExactly(link);
  }

  @Test
  default void wordsAreLookedForInCodeTargetTitleNoteAndTags(Seeded some) {
    String word = some.word();
    Link inCode = some.chosen(LinkKey.of(new ShortCode("x-" + word + "_y")));
    Link inTarget = dressed(some, new TargetUrl("https://www." + word + ".example/"), null, null, List.of());
    Link inPath = dressed(some, new TargetUrl(some.target() + "/" + word), null, null, List.of());
    Link inTitle = dressed(some, some.target(), "My " + word, null, List.of());
    Link inNote = dressed(some, some.target(), null, "first line\n" + word + "!", List.of());
    Link inTag = dressed(some, some.target(), null, null, List.of(some.tag(), new Tag("a" + word + "z")));
    Link nowhere = some.fullLink(some.key(), new CodeOrigin.Drawn());
    List<Link> fitting = List.of(inCode, inTarget, inPath, inTitle, inNote, inTag);
    links().insert(fitting);
    links().insert(List.of(nowhere));
    assertThat(listed(List.of(word), List.of(), null)).containsExactlyInAnyOrderElementsOf(fitting);
  }

  @Test
  default void everyWordMustOccur(Seeded some) {
    String one = some.word();
    String other = some.word();
    Link both = dressed(some, new TargetUrl("https://" + one + ".example/"), "about " + other, null, List.of());
    Link half = dressed(some, some.target(), one, null, List.of());
    links().insert(List.of(both, half));
    assertThat(listed(List.of(one, other), List.of(), null)).containsExactly(both);
    assertThat(listed(List.of(one), List.of(), null)).containsExactlyInAnyOrder(both, half);
    assertThat(listed(List.of(one, some.word()), List.of(), null)).isEmpty();
  }

  @Test
  default void wordsAreFoundInAnyCase(Seeded some) {
    String word = some.word();
    Link upper = dressed(some, some.target(), word.toUpperCase(Locale.ROOT) + " ÄPFEL", null, List.of());
    Link lower = dressed(some, some.target(), null, word + " äpfel", List.of());
    links().insert(List.of(upper, lower));
    assertThat(listed(List.of(word), List.of(), null)).containsExactlyInAnyOrder(upper, lower);
    assertThat(listed(List.of(word.toUpperCase(Locale.ROOT)), List.of(), null)).containsExactlyInAnyOrder(upper, lower);
    assertThat(listed(List.of(word, "äPFEL"), List.of(), null)).containsExactlyInAnyOrder(upper, lower);
  }

  @Test
  default void wildcardsAreOrdinaryCharacters(Seeded some) {
    String word = some.word();
    for (String odd : List.of("%", "_", "\\", "'", "\"", "!", "[", "*", "?")) {
      Link literal = dressed(some, some.target(), word + odd + "end", null, List.of());
      Link decoy = dressed(some, some.target(), word + "Xend", null, List.of());
      links().insert(List.of(literal, decoy));
      assertThat(listed(List.of(word + odd + "end"), List.of(), null)).as("word with %s", odd).containsExactly(literal);
      assertThat(listed(List.of(word + odd), List.of(), null)).as("word ending in %s", odd).containsExactly(literal);
    }
  }

  @Test
  default void everyTagMustBeCarried(Seeded some) {
    Tag one = some.tag();
    Tag other = some.tag();
    Link both = dressed(some, some.target(), null, null, List.of(one, some.tag(), other));
    Link half = dressed(some, some.target(), null, null, List.of(one));
    Link similar = dressed(some, some.target(), other.value(), null, List.of(new Tag(one + "s"), new Tag(other + "s")));
    links().insert(List.of(both, half, similar));
    assertThat(listed(List.of(), List.of(one, other), null)).containsExactly(both);
    assertThat(listed(List.of(), List.of(one), null)).containsExactlyInAnyOrder(both, half);
  }

  @Test
  default void aHostShowsItsOwnLinks(Seeded some) {
    Host host = some.host();
    register(List.of(Host.DEFAULT, host));
    ShortCode code = some.code();
    Link here = some.chosen(new LinkKey(host, code));
    Link there = some.chosen(LinkKey.of(code));
    links().insert(List.of(here, there));
    assertThat(listed(List.of(), List.of(), host)).containsExactly(here);
    assertThat(listed(List.of(code.value()), List.of(), Host.DEFAULT)).containsExactly(there);
    assertThat(listed(List.of(code.value()), List.of(), null)).containsExactlyInAnyOrder(here, there);
  }

  @Test
  default void everyConditionMustFit(Seeded some) {
    Host host = some.host();
    register(List.of(Host.DEFAULT, host));
    Tag tag = some.tag();
    String word = some.word();
    Link all = new Link(some.linkId(some.instant()), new LinkKey(host, some.code()), new CodeOrigin.Drawn(),
        some.target(), new Title(word), List.of(tag), null, Window.ALWAYS, null, RedirectStatus.FOUND, some.instant(),
        some.instant(), null, 1);
    Link otherHost = dressed(some, some.target(), word, null, List.of(tag));
    Link otherWord = new Link(some.linkId(some.instant()), new LinkKey(host, some.code()), new CodeOrigin.Drawn(),
        some.target(), null, List.of(tag), null, Window.ALWAYS, null, RedirectStatus.FOUND, some.instant(),
        some.instant(), null, 1);
    links().insert(List.of(all, otherHost, otherWord));
    assertThat(listed(List.of(word), List.of(tag), host)).containsExactly(all);
  }

  @Test
  default void retiredLinksAreNotListed(Seeded some) {
    Tag tag = some.tag();
    Link link = born(some.instant(), tag, some);
    Link other = born(some.instant(), tag, some);
    links().insert(List.of(link, other));
    Link retired = link.retired(some.instant());
    links().replace(retired);
    assertThat(listed(List.of(), List.of(tag), null)).containsExactly(other);
    Link restored = retired.restored(some.instant());
    links().replace(restored);
    assertThat(listed(List.of(), List.of(tag), null)).containsExactlyInAnyOrder(restored, other);
  }

  @Test
  default void changedLinksAreFoundByWhatTheyAreNow(Seeded some) {
    Tag before = some.tag();
    Tag now = some.tag();
    Link link = born(some.instant(), before, some);
    links().insert(List.of(link));
    Link next = new Link(link.id(), link.key(), link.origin(), some.target(), null, List.of(now), null, Window.ALWAYS,
        null, link.redirectStatus(), link.createdAt(), some.instant(), null, 2);
    links().replace(next);
    assertThat(listed(List.of(), List.of(before), null)).isEmpty();
    assertThat(listed(List.of(link.target().host()), List.of(), null)).isEmpty();
    assertThat(listed(List.of(), List.of(now), null)).containsExactly(next);
    assertThat(listed(List.of(next.target().host()), List.of(), null)).containsExactly(next);
  }

  private List<Link> listed(List<String> words, List<Tag> tags, @Nullable Host host) {
    return links().list(new LinkQuery(LinkQuery.LARGEST_LIMIT, null, words, tags, host)).links();
  }

  private LinkPage page(Tag tag, int limit, @Nullable LinkCursor after) {
    return links().list(new LinkQuery(limit, after, List.of(), List.of(tag), null));
  }

  private List<Link> walk(Tag tag, int limit, Runnable meanwhile) {
    List<Link> walked = new ArrayList<>();
    LinkPage page = page(tag, limit, null);
    walked.addAll(page.links());
    while (page.hasMore() && walked.size() < 10_000) {
      assertThat(page.links()).as("a page that others follow is full").hasSize(limit);
      meanwhile.run();
      page = page(tag, limit, cursor(page));
      walked.addAll(page.links());
    }
    return walked;
  }

  private static LinkCursor cursor(LinkPage page) {
    Link last = page.links().getLast();
    return new LinkCursor(last.createdAt(), last.id());
  }

  private static Link born(Instant birth, Tag tag, Seeded some) {
    return new Link(some.linkId(birth), some.key(), new CodeOrigin.Drawn(), some.target(), null, List.of(tag), null,
        Window.ALWAYS, null, RedirectStatus.TEMPORARY_REDIRECT, birth, birth, null, 1);
  }

  private static Link dressed(Seeded some, TargetUrl target, @Nullable String title, @Nullable String note,
      List<Tag> tags) {
    Instant birth = some.instant();
    return new Link(some.linkId(birth), some.key(), new CodeOrigin.Drawn(), target,
        title == null ? null : new Title(title), tags, note == null ? null : new Note(note), Window.ALWAYS, null,
        RedirectStatus.TEMPORARY_REDIRECT, birth, birth, null, 1);
  }
}
