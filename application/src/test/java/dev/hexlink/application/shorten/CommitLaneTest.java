package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.fakes.Gate;
import dev.hexlink.application.fakes.Race;
import dev.hexlink.application.spi.LinksUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitLaneTest {
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private final Gate gate = new Gate();
  private final List<List<Integer>> commits = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger under = new AtomicInteger();

  private CommitLane<Integer, String> lane(int mostPerCommit, Executor executor) {
    return new CommitLane<>(mostPerCommit, inputs -> {
      assertThat(under.incrementAndGet()).as("one commit at a time").isEqualTo(1);
      commits.add(inputs);
      gate.pass();
      under.decrementAndGet();
      return inputs.stream().map(CommitLaneTest::outcomeOf).toList();
    }, executor);
  }

  private static String outcomeOf(int input) {
    if (input < 0) {
      throw new LinksUnavailable("poison " + input);
    }
    return "outcome of " + input;
  }

  @Test
  void commitsAtOnceWhenIdle() {
    assertThat(lane(10, Runnable::run).submit(1)).isCompletedWithValue("outcome of 1");
  }

  @Test
  void answersEveryoneWhateverTheRace() {
    CommitLane<Integer, String> lane = lane(64, THREADS);
    List<List<CompletableFuture<String>>> all = Race.of(32,
        runner -> IntStream.range(0, 1_000).mapToObj(i -> lane.submit(runner * 1_000 + i)).toList());

    for (int i = 0; i < 32_000; i++) {
      assertThat(get(all.get(i / 1_000).get(i % 1_000))).isEqualTo("outcome of " + i);
    }
    assertThat(commits).allSatisfy(commit -> assertThat(commit).hasSizeBetween(1, 64));
    assertThat(commits.stream().flatMap(List::stream)).hasSize(32_000).doesNotHaveDuplicates();
  }

  @Test
  void wakesUpForARequestThatComesWhenACommitEnds() throws InterruptedException, ExecutionException, TimeoutException {
    try (ExecutorService pool = Executors.newCachedThreadPool()) {
      CommitLane<Integer, String> lane = new CommitLane<>(64, inputs -> inputs.stream().map(Object::toString).toList(),
          pool);
      for (int round = 0; round < 200_000; round++) {
        assertThat(lane.submit(round).get(20, TimeUnit.SECONDS)).isNotEmpty();
      }
    }
  }

  @Test
  void gathersWhatComesWhileACommitIsUnderWay() {
    CommitLane<Integer, String> lane = lane(3, THREADS);
    gate.shut();
    List<CompletableFuture<String>> waiting = new ArrayList<>(List.of(lane.submit(0)));
    gate.awaitHeld(1);
    IntStream.rangeClosed(1, 7).mapToObj(lane::submit).forEach(waiting::add);
    gate.open();
    waiting.forEach(CommitLaneTest::get);

    assertThat(commits).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
  }

  @Test
  void failsExactlyTheBatchWhoseCommitFailed() {
    CommitLane<Integer, String> lane = lane(2, THREADS);
    gate.shut();
    CompletableFuture<String> before = lane.submit(0);
    gate.awaitHeld(1);
    List<CompletableFuture<String>> failing = List.of(lane.submit(1), lane.submit(-1));
    CompletableFuture<String> after = lane.submit(2);
    gate.open();

    assertThat(get(before)).isEqualTo("outcome of 0");
    assertThat(failing).allSatisfy(
        future -> assertThatThrownBy(() -> get(future)).hasCauseInstanceOf(LinksUnavailable.class));
    assertThat(get(after)).isEqualTo("outcome of 2");
  }

  @Test
  void takesARequestAgainFromWhoeverItAnswers() {
    CommitLane<Integer, String> lane = lane(2, THREADS);

    assertThat(get(lane.submit(1).thenCompose(_ -> lane.submit(2)).thenCompose(_ -> lane.submit(3))))
        .isEqualTo("outcome of 3");
  }

  @Test
  void refusesAtOnceWhenTooManyWait() {
    CommitLane<Integer, String> lane = lane(1_000, THREADS);
    gate.shut();
    CompletableFuture<String> first = lane.submit(0);
    gate.awaitHeld(1);
    List<CompletableFuture<String>> waiting = IntStream.range(0, CommitLane.MOST_WAITING).mapToObj(lane::submit)
        .toList();
    assertThatThrownBy(() -> get(lane.submit(1))).hasCauseInstanceOf(LinksUnavailable.class);
    gate.open();

    get(first);
    waiting.forEach(CommitLaneTest::get);
    assertThat(get(lane.submit(1))).isEqualTo("outcome of 1");
  }

  @Test
  void survivesAnExecutorThatRefuses() {
    boolean[] refuses = {true};
    CommitLane<Integer, String> lane = lane(10, task -> {
      if (refuses[0]) {
        throw new RejectedExecutionException("closed");
      }
      task.run();
    });
    assertThatThrownBy(() -> get(lane.submit(1))).hasCauseInstanceOf(LinksUnavailable.class);

    refuses[0] = false;
    assertThat(get(lane.submit(2))).isEqualTo("outcome of 2");
    assertThat(commits).containsExactly(List.of(2));
  }

  @Test
  void leavesNobodyWaitingWhenACommitAnswersTooFew() {
    CommitLane<Integer, String> lane = new CommitLane<>(10, inputs -> {
      gate.pass();
      return inputs.size() > 1 ? List.of("only one") : List.of("fine");
    }, THREADS);
    gate.shut();
    CompletableFuture<String> first = lane.submit(1);
    gate.awaitHeld(1);
    List<CompletableFuture<String>> tooMany = List.of(lane.submit(2), lane.submit(3));
    gate.open();

    assertThat(get(first)).isEqualTo("fine");
    assertThat(tooMany).allSatisfy(
        future -> assertThatThrownBy(() -> get(future)).hasCauseInstanceOf(IllegalStateException.class));
    assertThat(get(lane.submit(4))).isEqualTo("fine");
  }

  private static String get(CompletableFuture<String> future) {
    return future.copy().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
