package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link Links#insert}, {@link Links#find} and {@link Links#highestValue}: one link per key, to the letter, whatever runs. */
public interface LinksInsertionCases extends LinksUnderTest {
  @Test
  default void aLinkIsFoundAsItWasInserted(Seeded some) {
    Host host = some.host();
    register(List.of(Host.DEFAULT, host));
    List<Link> inserted = Stream
        .of(some.link(), some.chosen(), some.counted(new Stack("contract", 3), 1),
            some.fullLink(some.key(), new CodeOrigin.Drawn()),
            some.fullLink(new LinkKey(host, some.code()), new CodeOrigin.Chosen()))
        .toList();
    assertThat(links().insert(inserted)).isEmpty();
    assertThat(inserted).allSatisfy(link -> assertThat(links().find(link.key())).contains(link));
  }

  @Test
  default void aKeyNoLinkEverHadIsEmpty(Seeded some) {
    assertThat(links().find(some.key())).isEmpty();
    assertThat(links().find(new LinkKey(some.host(), some.code()))).isEmpty();
  }

  @Test
  default void nothingToInsertIsNothingRefused() {
    assertThat(links().insert(List.of())).isEmpty();
  }

  @Test
  default void exactlyTheLinksWhoseKeyWasTakenAreRefused(Seeded some) {
    Link owner = some.link();
    links().insert(List.of(owner));
    Link late = some.chosen(owner.key());
    List<Link> free = some.links(20);
    List<Link> list = new ArrayList<>(free);
    list.add(7, late);

    assertThat(links().insert(list)).containsExactly(late.id());

    assertThat(links().find(owner.key())).contains(owner);
    assertThat(free).allSatisfy(link -> assertThat(links().find(link.key())).contains(link));
  }

  @Test
  default void ofTwoInAListWithOneKeyTheFirstIsInserted(Seeded some) {
    LinkKey key = some.key();
    Link first = some.chosen(key);
    Link second = some.chosen(key);
    Link third = some.chosen(key);
    assertThat(links().insert(List.of(first, second, some.link(), third))).containsExactlyInAnyOrder(second.id(),
        third.id());
    assertThat(links().find(key)).contains(first);
  }

  @Test
  default void theSameIdAgainIsInserted(Seeded some) {
    Link link = some.link();
    assertThat(links().insert(List.of(link))).isEmpty();
    assertThat(links().insert(List.of(link, some.link(), link))).isEmpty();
    assertThat(links().find(link.key())).contains(link);
  }

  @Test
  default void theSameIdAgainChangesNothing(Seeded some) {
    Link link = some.link();
    links().insert(List.of(link));
    Link next = link.retired(link.createdAt().plusMillis(5));
    links().replace(next);
    LinkKey other = some.key();
    assertThat(links().insert(List.of(link))).isEmpty();
    assertThat(links().insert(List.of(link.withKey(other, new CodeOrigin.Drawn())))).isEmpty();
    assertThat(links().find(link.key())).contains(next);
    assertThat(links().find(other)).isEmpty();
  }

  @Test
  default void theSameIdRacingIsInsertedForEach(Seeded some) {
    for (Link link : some.links(5)) {
      assertThat(Race.of(Race.RUNNERS, _ -> links().insert(List.of(link)))).allSatisfy(
          refused -> assertThat(refused).isEmpty());
      assertThat(links().find(link.key())).contains(link);
    }
  }

  @Test
  default void caseMatters(Seeded some) {
    String word = some.word();
    Link lower = some.chosen(LinkKey.of(new ShortCode(word)));
    Link upper = some.chosen(LinkKey.of(new ShortCode(word.toUpperCase(Locale.ROOT))));
    Link mixed = some
        .chosen(LinkKey.of(new ShortCode(word.substring(0, 11) + word.substring(11).toUpperCase(Locale.ROOT))));
    assertThat(links().find(upper.key())).isEmpty();
    assertThat(links().insert(List.of(lower))).isEmpty();
    assertThat(links().find(upper.key())).isEmpty();
    assertThat(links().insert(List.of(upper, mixed))).isEmpty();
    assertThat(links().find(lower.key())).contains(lower);
    assertThat(links().find(upper.key())).contains(upper);
    assertThat(links().find(mixed.key())).contains(mixed);
  }

  @Test
  default void hostsAreSeparate(Seeded some) {
    Host one = some.host();
    Host other = some.host();
    register(List.of(Host.DEFAULT, one, other));
    ShortCode code = some.code();
    List<Link> namesakes = Stream.of(Host.DEFAULT, one, other).map(host -> some.chosen(new LinkKey(host, code)))
        .toList();
    assertThat(links().insert(namesakes)).isEmpty();
    assertThat(namesakes).allSatisfy(link -> assertThat(links().find(link.key())).contains(link));
  }

  @Test
  default void aKeyHasOneWinnerAmongRacingInserts(Seeded some) {
    for (int round = 0; round < 5; round++) {
      LinkKey key = some.key();
      List<Link> rivals = IntStream.range(0, Race.RUNNERS).mapToObj(_ -> some.chosen(key)).toList();
      List<Set<LinkId>> refused = Race.of(Race.RUNNERS, i -> links().insert(List.of(rivals.get(i))));
      List<Link> winners = rivals.stream().filter(link -> refused.stream().noneMatch(ids -> ids.contains(link.id())))
          .toList();
      assertThat(winners).as("winners of %s", key).hasSize(1);
      assertThat(links().find(key)).contains(winners.getFirst());
    }
  }

  @Test
  default void eachKeyHasOneWinnerAmongRacingListsInAnyOrder(Seeded some) {
    List<LinkKey> keys = IntStream.range(0, 20).mapToObj(_ -> some.key()).toList();
    List<List<Link>> lists = IntStream.range(0, 16)
        .mapToObj(_ -> shuffled(keys, some.random()).stream().map(some::chosen).toList()).toList();
    List<Set<LinkId>> refused = Race.of(lists.size(), i -> links().insert(lists.get(i)));
    for (LinkKey key : keys) {
      List<Link> winners = IntStream.range(0, lists.size()).boxed()
          .flatMap(
              i -> lists.get(i).stream().filter(link -> link.key().equals(key) && !refused.get(i).contains(link.id())))
          .toList();
      assertThat(winners).as("winners of %s", key).hasSize(1);
      assertThat(links().find(key)).contains(winners.getFirst());
    }
  }

  @Test
  default void theHighestValueOfAStackIsTheHighestInserted(Seeded some) {
    Stack stack = new Stack("contract-a", some.random().nextInt(Stack.MOST));
    Stack neighbour = new Stack("contract-b", (stack.index() + 1) % Stack.MOST);
    long n = Stack.countOf(links().highestValue(stack).orElse(0)) + 1_000;
    links().insert(List.of(some.counted(stack, n + 9), some.counted(stack, n + 7), some.link(), some.chosen()));
    assertThat(links().highestValue(stack)).hasValue(stack.valueAt(n + 9));
    links().insert(List.of(some.counted(neighbour, n + 20)));
    links().insert(List.of(some.counted(stack, n + 8)));
    assertThat(links().highestValue(stack)).hasValue(stack.valueAt(n + 9));
    Link highest = some.counted(stack, n + 10);
    links().insert(List.of(highest));
    links().replace(highest.retired(highest.createdAt()));
    assertThat(links().highestValue(stack)).as("retired links hold their codes").hasValue(stack.valueAt(n + 10));
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
