package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournalUnavailable;
import dev.hexlink.domain.visit.VisitId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Those who wait until the disk has their visits. Used under the journal's lock. */
final class Waiters {
  private final Queue<Waiter> waiters = new ArrayDeque<>();

  /** Waits with a visit of a higher sequence than all before. */
  CompletableFuture<VisitId> add(VisitId id) {
    CompletableFuture<VisitId> answer = new CompletableFuture<>();
    waiters.add(new Waiter(id, answer));
    return answer;
  }

  /** Takes those with sequences below {@code end}. */
  List<Waiter> takeBelow(long end) {
    List<Waiter> taken = new ArrayList<>();
    for (Waiter next = waiters.peek(); next != null && next.id.sequence() < end; next = waiters.peek()) {
      taken.add(waiters.remove());
    }
    return taken;
  }

  /** One who waits. */
  record Waiter(VisitId id, CompletableFuture<VisitId> answer) {
    void confirm() {
      answer.complete(id);
    }

    void fail(VisitJournalUnavailable why) {
      answer.completeExceptionally(why);
    }
  }
}
