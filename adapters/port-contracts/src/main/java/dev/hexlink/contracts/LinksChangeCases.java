package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.InsertOutcome.KeyTaken;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link Links#replace} and the log of changes: one winner per version, and no change that a reader of the log misses. */
public interface LinksChangeCases extends LinksUnderTest {
  @Test
  default void aReplacedLinkIsFoundAsItsNextVersion(Seeded some) {
    Link bare = some.link();
    Link full = some.fullLink(some.key(), new CodeOrigin.Chosen());
    links().insert(List.of(bare, full));
    Link dressed = next(bare, some.fullLink(bare.key(), bare.origin()));
    Link stripped = next(full, some.link(full.key(), full.origin()));
    assertThat(links().replace(dressed)).isTrue();
    assertThat(links().replace(stripped)).isTrue();
    assertThat(links().find(bare.key())).contains(dressed);
    assertThat(links().find(full.key())).contains(stripped);
    Link retired = dressed.retired(some.instant());
    assertThat(links().replace(retired)).isTrue();
    assertThat(links().find(bare.key())).contains(retired);
    Link restored = retired.restored(some.instant());
    assertThat(links().replace(restored)).isTrue();
    assertThat(links().find(bare.key())).contains(restored);
  }

  @Test
  default void anotherVersionThanTheNextReplacesNothing(Seeded some) {
    Link link = some.link();
    Link second = titled(link, 2, "second");
    links().insert(List.of(link));
    assertThat(links().replace(titled(link, 1, "same"))).isFalse();
    assertThat(links().replace(titled(link, 3, "ahead"))).isFalse();
    assertThat(links().find(link.key())).contains(link);
    assertThat(links().replace(second)).isTrue();
    assertThat(links().replace(titled(link, 2, "late"))).isFalse();
    assertThat(links().find(link.key())).contains(second);
  }

  @Test
  default void aLinkThatIsNotThereIsNotReplaced(Seeded some) {
    Link link = some.link();
    assertThat(links().replace(titled(link, 2, "second"))).isFalse();
    assertThat(links().find(link.key())).isEmpty();
  }

  @Test
  default void aVersionHasOneWinnerAmongRacingReplaces(Seeded some) {
    for (Link link : some.links(5)) {
      links().insert(List.of(link));
      List<Link> rivals = IntStream.range(0, Race.RUNNERS).mapToObj(i -> titled(link, 2, "rival " + i)).toList();
      List<Boolean> replaced = Race.of(Race.RUNNERS, i -> links().replace(rivals.get(i)));
      List<Link> winners = IntStream.range(0, Race.RUNNERS).filter(replaced::get).mapToObj(rivals::get).toList();
      assertThat(winners).hasSize(1);
      assertThat(links().find(link.key())).contains(winners.getFirst());
    }
  }

  @Test
  default void aRetiredLinkIsFoundAndHoldsItsKey(Seeded some) {
    Link link = some.chosen();
    Link retired = link.retired(some.instant());
    links().insert(List.of(link));
    links().replace(retired);
    Link heir = some.chosen(link.key());
    assertThat(links().find(link.key())).contains(retired);
    assertThat(links().insert(List.of(heir))).containsExactly(heir.id());
    assertThat(links().insertEach(List.of(new Insertion(heir, null, true)))).containsExactly(new KeyTaken());
    assertThat(links().find(link.key())).contains(retired);
  }

  @Test
  default void chosenInsertsAndReplacesAreLoggedInOrder(Seeded some) {
    long before = links().latestChange();
    Link drawn = some.link();
    Link counted = some.counted(new Stack("contract", 2), 1);
    Link chosen = some.chosen();
    Link conditional = some.chosen();
    links().insert(List.of(drawn, counted));
    links().insert(List.of(chosen));
    links().insertEach(List.of(new Insertion(conditional, some.mark(), true)));
    links().replace(drawn.retired(some.instant()));
    links().replace(titled(chosen, 2, "second"));
    links().replace(drawn.retired(some.instant()).restored(some.instant()));

    List<LinkChange> changes = links().changesAfter(before, 1_000);

    Set<LinkKey> ours = Set.of(drawn.key(), chosen.key(), conditional.key());
    assertThat(changes).extracting(LinkChange::key).filteredOn(ours::contains).containsExactly(chosen.key(),
        conditional.key(), drawn.key(), chosen.key(), drawn.key());
    assertThat(changes).extracting(LinkChange::position).isSorted().doesNotHaveDuplicates()
        .allMatch(position -> position > before);
    assertThat(links().latestChange()).isEqualTo(changes.getLast().position());
    assertThat(links().changesAfter(links().latestChange(), 10)).isEmpty();
  }

  @Test
  default void everyChosenLinkOfAListIsLogged(Seeded some) {
    long before = links().latestChange();
    List<Link> list = Stream.generate(some::chosen).limit(50).toList();
    links().insert(list);
    assertThat(links().changesAfter(before, 1_000)).extracting(LinkChange::key)
        .containsAll(list.stream().map(Link::key).toList());
  }

  @Test
  default void theLogReadPageByPageHasNoGap(Seeded some) {
    long before = links().latestChange();
    List<Link> list = Stream.generate(some::chosen).limit(23).toList();
    list.forEach(link -> links().insert(List.of(link)));
    List<LinkChange> whole = links().changesAfter(before, 1_000);
    List<LinkChange> paged = new ArrayList<>();
    for (List<LinkChange> page = links().changesAfter(before, 5); !page.isEmpty(); page = links()
        .changesAfter(paged.getLast().position(), 5)) {
      assertThat(page).hasSizeLessThanOrEqualTo(5);
      paged.addAll(page);
    }
    assertThat(paged).isEqualTo(whole);
    assertThat(paged).extracting(LinkChange::key).containsSubsequence(list.stream().map(Link::key).toList());
  }

  @Test
  default void aReaderMissesNoChangeOfRacingWriters(Seeded some) {
    int writers = 8;
    List<List<Link>> inserted = IntStream.range(0, writers)
        .mapToObj(_ -> Stream.generate(some::chosen).limit(25).toList()).toList();
    long before = links().latestChange();
    AtomicInteger writing = new AtomicInteger(writers);
    List<Set<LinkKey>> seen = Race.of(writers + 1,
        i -> i < writers ? write(inserted.get(i), writing) : readWhile(writing, before));
    assertThat(seen.getLast())
        .containsAll(inserted.stream().flatMap(List::stream).map(Link::key).toList());
  }

  private Set<LinkKey> write(List<Link> list, AtomicInteger writing) {
    try {
      list.forEach(link -> links().insert(List.of(link)));
      return Set.of();
    } finally {
      writing.decrementAndGet();
    }
  }

  private Set<LinkKey> readWhile(AtomicInteger writing, long from) {
    Set<LinkKey> seen = new HashSet<>();
    long position = from;
    boolean more = true;
    while (more) {
      more = writing.get() > 0;
      List<LinkChange> page = links().changesAfter(position, 7);
      more |= !page.isEmpty();
      page.forEach(change -> seen.add(change.key()));
      position = page.isEmpty() ? position : page.getLast().position();
    }
    return seen;
  }

  private static Link titled(Link link, long version, String title) {
    return new Link(link.id(), link.key(), link.origin(), link.target(), new Title(title), List.of(new Tag("changed")),
        null, Window.ALWAYS, 5L, RedirectStatus.FOUND, link.createdAt(),
        link.createdAt().plus(Duration.ofMillis(version)), null, version);
  }

  private static Link next(Link link, Link like) {
    return new Link(link.id(), link.key(), link.origin(), like.target(), like.title(), like.tags(), like.note(),
        like.window(), like.maxVisits(), like.redirectStatus(), link.createdAt(), like.updatedAt(), null,
        link.version() + 1);
  }
}
