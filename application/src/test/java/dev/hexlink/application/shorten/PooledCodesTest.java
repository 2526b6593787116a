package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.HeapCounter;
import dev.hexlink.application.fakes.HeapLinks;
import dev.hexlink.application.fakes.HeapPool;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeBook;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.PreGeneratedPool;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Window;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PooledCodesTest {
  private static final Stack STACK = new Stack("main", 0);
  private static final CodeBook BOOK = new CodeBook(Samples.KEY, Alphabet.BASE62, 8);

  private final HeapPool pool = new HeapPool();
  private final HeapCounter counter = new HeapCounter();
  private final HeapLinks links = new HeapLinks();

  private PooledCodes codes(Executor background) {
    CountedCodes counted = new CountedCodes(counter, links, STACK, BOOK, WordPolicy.standard(), CollisionRetry.DEFAULT,
        1_000, background);
    return new PooledCodes(pool, new PreGeneratedPool(500, 200), counted, background);
  }

  @Test
  void comesFromTheCounterUntilThePoolIsFilled() {
    PooledCodes codes = codes(Runnable::run);

    assertThat(codes.next().code()).isNotNull();
    assertThat(pool.fill()).isEqualTo(500);
    assertThat(codes.next().code()).isNotNull();
    assertThat(pool.fill()).as("a handful was taken").isEqualTo(400);
  }

  @Test
  void fillsThePoolAgainWhenItIsLow() {
    PooledCodes codes = codes(Runnable::run);
    IntStream.range(0, 302).forEach(_ -> codes.next());

    assertThat(pool.fill()).isEqualTo(500);
  }

  @Test
  void givesEachCodeOnceToInstancesTogether() {
    PooledCodes[] instances = {codes(Thread::startVirtualThread), codes(Thread::startVirtualThread)};
    List<AllocatedCode> all = Race
        .of(8, runner -> IntStream.range(0, 1_000).mapToObj(_ -> instances[runner % 2].next()).toList()).stream()
        .flatMap(List::stream).toList();

    assertThat(all).extracting(AllocatedCode::code).hasSize(8_000).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(code -> {
      long value = ((CodeOrigin.Counted) code.origin()).value();
      assertThat(BOOK.codeOf(value)).isEqualTo(code.code());
    });
  }

  @Test
  void comesFromTheCounterWhileThePoolIsDown() {
    PooledCodes codes = codes(Runnable::run);
    codes.next();
    IntStream.range(0, 100).forEach(_ -> codes.next());
    pool.outage.begin();
    assertThat(IntStream.range(0, 50).mapToObj(_ -> codes.next())).hasSize(50);

    pool.outage.end();
    codes.next();
    assertThat(pool.fill()).isEqualTo(300);
  }

  @Test
  void fillsThePoolLaterWhenTheCounterIsDown() {
    PooledCodes codes = codes(Runnable::run);
    codes.next();
    counter.outage.begin();
    IntStream.range(0, 500).forEach(_ -> codes.next());
    counter.outage.end();
    codes.next();

    assertThat(pool.fill()).isBetween(1L, 500L);
  }

  @Test
  void passesOverPooledCodesThatAreKnownToBeTaken() {
    codes(Runnable::run).next();
    for (long count = 0; count < 1_000; count++) {
      long value = STACK.valueAt(count);
      links.hold(new Link(Samples.id(), LinkKey.of(BOOK.codeOf(value)), new CodeOrigin.Counted(value), Samples.TARGET,
          null, List.of(), null, Window.ALWAYS, null, RedirectStatus.FOUND, MutableClock.START, MutableClock.START,
          null, 1));
    }
    counter.setBack(STACK, 0);
    PooledCodes codes = codes(Runnable::run);
    IntStream.range(0, 4).forEach(_ -> codes.collided(codes.next()));

    long value = ((CodeOrigin.Counted) codes.next().origin()).value();
    assertThat(Stack.countOf(value)).isGreaterThanOrEqualTo(1_000);
    assertThat(counter.raises).containsExactly(999L);
  }

  @Test
  void holdsUpNobodyAfterAnExecutorRefused() {
    boolean[] refuses = {true};
    PooledCodes codes = codes(task -> {
      if (refuses[0]) {
        throw new RejectedExecutionException("closed");
      }
      task.run();
    });
    assertThat(codes.next().code()).isNotNull();

    refuses[0] = false;
    codes.next();
    assertThat(pool.fill()).isEqualTo(500);
  }
}
