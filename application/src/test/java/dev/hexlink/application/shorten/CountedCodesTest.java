package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.application.fakes.HeapCounter;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.CodeCounterUnavailable;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeBook;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountedCodesTest {
  private static final Stack STACK = new Stack("main", 3);
  private static final CodeBook BOOK = new CodeBook(Samples.KEY, Alphabet.BASE62, 8);
  private static final WordPolicy NO_WORDS = new WordPolicy(Set.of(), Set.of());

  private final HeapCounter counter = new HeapCounter();
  private final HeapLinks links = new HeapLinks();
  private final CountedCodes codes = codes(10, NO_WORDS, Runnable::run);

  private CountedCodes codes(int blockSize, WordPolicy words, Executor background) {
    return new CountedCodes(counter, links, STACK, BOOK, words, CollisionRetry.DEFAULT, blockSize, background);
  }

  @Test
  void writesEachCountOfItsStackAsItsCode() {
    assertThat(IntStream.range(0, 25).mapToObj(_ -> codes.next()))
        .containsExactlyElementsOf(LongStream.range(0, 25).mapToObj(CountedCodesTest::codeOfCount).toList());
  }

  @Test
  void givesEachCodeOnceToManyAtATime() {
    CountedCodes shared = codes(100, NO_WORDS, Thread::startVirtualThread);
    List<AllocatedCode> all = Race.of(16, _ -> IntStream.range(0, 1_000).mapToObj(_ -> shared.next()).toList()).stream()
        .flatMap(List::stream).toList();

    assertThat(all).extracting(AllocatedCode::code).hasSize(16_000).doesNotHaveDuplicates();
  }

  @Test
  void skipsBlockedWordsForGood() {
    ShortCode third = codeOfCount(2).code();
    CountedCodes careful = codes(10, new WordPolicy(Set.of(third.value()), Set.of()), Runnable::run);

    assertThat(IntStream.range(0, 5).mapToObj(_ -> careful.next())).containsExactly(codeOfCount(0), codeOfCount(1),
        codeOfCount(3), codeOfCount(4), codeOfCount(5));
  }

  @Test
  void skipsAWholeBlockOfBlockedWords() {
    Set<String> blocked = LongStream.range(0, 10).mapToObj(count -> codeOfCount(count).code().value())
        .collect(Collectors.toSet());

    assertThat(codes(10, new WordPolicy(blocked, Set.of()), Runnable::run).next()).isEqualTo(codeOfCount(10));
  }

  @Test
  void leasesAheadWhenHalfIsUsed() {
    take(codes, 4);
    assertThat(counter.leases).hasSize(1);

    take(codes, 1);
    assertThat(counter.leases).hasSize(2);
    take(codes, 9);
    assertThat(counter.leases).hasSize(2);
    take(codes, 1);
    assertThat(counter.leases).hasSize(3);
  }

  @Test
  void doesNotWaitForTheLeaseAhead() {
    CountedCodes patient = codes(10, NO_WORDS, Thread::startVirtualThread);
    take(patient, 1);
    counter.gate.shut();
    take(patient, 9);
    counter.gate.awaitHeld(1);
    counter.gate.open();

    assertThat(patient.next()).isEqualTo(codeOfCount(10));
  }

  @Test
  void worksWithBlocksOfOne() {
    CountedCodes single = codes(1, NO_WORDS, Runnable::run);

    assertThat(take(single, 5)).doesNotHaveDuplicates();
  }

  @Test
  void leasesAgainWhenTheLeaseAheadFailed() {
    counter.outage.begin();
    assertThatThrownBy(codes::next).isInstanceOf(CodeCounterUnavailable.class);
    counter.outage.end();
    take(codes, 4);
    counter.outage.begin();
    take(codes, 6);
    assertThatThrownBy(codes::next).isInstanceOf(CodeCounterUnavailable.class);
    assertThatThrownBy(codes::next).isInstanceOf(CodeCounterUnavailable.class);
    counter.outage.end();

    assertThat(codes.next()).isEqualTo(codeOfCount(10));
  }

  @Test
  void takesAFewCollisionsForChance() {
    List<AllocatedCode> given = take(codes, 5);
    given.subList(0, 3).forEach(codes::collided);

    assertThat(counter.raises).isEmpty();
    assertThat(codes.next()).isEqualTo(codeOfCount(5));
  }

  @Test
  void countsCollisionsPerLease() {
    for (int lease = 0; lease < 5; lease++) {
      take(codes, 10).subList(0, 3).forEach(codes::collided);
    }

    assertThat(counter.raises).isEmpty();
  }

  @Test
  void raisesACounterThatWentBackwardsPastTheHighestValueOnce() {
    LongStream.range(0, 1_000).forEach(this::holdLinkOf);
    CountedCodes large = codes(200, NO_WORDS, Runnable::run);
    List<AllocatedCode> batch = take(large, 150);
    batch.forEach(large::collided);

    assertThat(counter.raises).containsExactly(999L);
    assertThat(large.raised()).isEqualTo(1);
    assertThat(links.highestAsked).hasValue(1);
    assertThat(large.next()).isEqualTo(codeOfCount(1_000));
  }

  @Test
  void raisesOnceWhenABatchSpansTwoLeases() {
    LongStream.range(0, 1_000).forEach(this::holdLinkOf);
    List<AllocatedCode> batch = take(codes, 15);
    batch.forEach(codes::collided);

    assertThat(counter.raises).containsExactly(999L);
    assertThat(codes.next()).isEqualTo(codeOfCount(1_000));
  }

  @Test
  void raisesAgainWhenTheCounterGoesBackwardsAgain() {
    LongStream.range(0, 1_000).forEach(this::holdLinkOf);
    take(codes, 5).forEach(codes::collided);
    LongStream.range(1_000, 2_000).forEach(this::holdLinkOf);
    take(codes, 5).forEach(codes::collided);

    assertThat(counter.raises).containsExactly(999L, 1_999L);
    assertThat(codes.next()).isEqualTo(codeOfCount(2_000));
  }

  @Test
  void forgetsALeaseAheadThatBeganBeforeItRaised() {
    LongStream.range(0, 1_000).forEach(this::holdLinkOf);
    take(codes, 9).subList(0, 4).forEach(codes::collided);

    assertThat(take(codes, 20)).doesNotContain(codeOfCount(9), codeOfCount(10)).contains(codeOfCount(1_000));
  }

  @Test
  void triesToRaiseAgainWhenTheStoreDidNotAnswer() {
    LongStream.range(0, 1_000).forEach(this::holdLinkOf);
    List<AllocatedCode> batch = take(codes, 6);
    links.highestOutage.begin();
    batch.subList(0, 3).forEach(codes::collided);
    assertThatThrownBy(() -> codes.collided(batch.get(3))).isInstanceOf(LinksUnavailable.class);
    links.highestOutage.end();
    codes.collided(batch.get(4));

    assertThat(counter.raises).containsExactly(999L);
  }

  @Test
  void holdsUpNobodyAfterAnExecutorRefused() {
    boolean[] refuses = {true};
    CountedCodes shut = codes(2, NO_WORDS, task -> {
      if (refuses[0]) {
        throw new RejectedExecutionException("closed");
      }
      task.run();
    });

    assertThat(take(shut, 4)).hasSize(4).doesNotHaveDuplicates();
    refuses[0] = false;
    await().untilAsserted(() -> assertThat(take(shut, 4)).doesNotHaveDuplicates());
  }

  private void holdLinkOf(long count) {
    AllocatedCode code = codeOfCount(count);
    links.hold(new Link(Samples.id(), LinkKey.of(code.code()), code.origin(), Samples.TARGET, null, List.of(), null,
        Window.ALWAYS, null, RedirectStatus.FOUND, MutableClock.START, MutableClock.START, null, 1));
  }

  private static AllocatedCode codeOfCount(long count) {
    long value = STACK.valueAt(count);
    return new AllocatedCode(BOOK.codeOf(value), new CodeOrigin.Counted(value));
  }

  private static List<AllocatedCode> take(CodeAllocator from, int most) {
    List<AllocatedCode> taken = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      taken.add(from.next());
    }
    return taken;
  }
}
