package dev.hexlink.soak;

import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of all instances, as a load balancer is one: it takes them in turns, leaves out for a moment the one that failed or kept it waiting, and
 * where it may, asks another one once more.
 */
final class Client implements AutoCloseable {
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(12);

  private final List<Door> doors;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  Client(List<Instance> instances) {
    this.doors = instances.stream().map(instance -> new Door(instance.port())).toList();
  }

  /** How many attempts have not ended, those included that nobody waits for any more. */
  int underWay() {
    return underWay.get();
  }

  Reply ask(Ask ask) throws InterruptedException {
    return new Asking(ask).run();
  }

  @Override
  public void close() throws IOException {
    for (Door door : doors) {
      door.close();
    }
  }

  private Door next(List<Door> tried) {
    int from = Math.floorMod(turn.getAndIncrement(), doors.size());
    List<Door> inTurn = new ArrayList<>(doors.subList(from, doors.size()));
    inTurn.addAll(doors.subList(0, from));
    inTurn.removeAll(tried);
    return inTurn.stream().filter(Door::admits).findFirst().orElse(inTurn.getFirst());
  }

  /** One request with its attempts. */
  private final class Asking {
    private final Ask ask;
    private final List<Door> tried = new ArrayList<>();
    private final BlockingQueue<Optional<Answer>> ended = new LinkedBlockingQueue<>();
    private final long giveUpAt = System.nanoTime() + LONGEST;
    private Optional<Answer> last = Optional.empty();
    private int serverErrors;
    private int broken;

    Asking(Ask ask) {
      this.ask = ask;
    }

    Reply run() throws InterruptedException {
      attempt();
      while (true) {
        Optional<Answer> attempt = ended.poll(patience(), TimeUnit.NANOSECONDS);
        if (attempt == null && !mayAttempt()) {
          return new Reply(last, serverErrors, broken + 1);
        }
        if (attempt == null) {
          tried.getLast().shun();
        } else if (isGood(attempt)) {
          return new Reply(attempt, serverErrors, broken);
        } else {
          count(attempt);
        }
        if (mayAttempt()) {
          attempt();
        } else if (serverErrors + broken == tried.size()) {
          return new Reply(last, serverErrors, broken);
        }
      }
    }

    private long patience() {
      return mayAttempt() ? ask.patience().toNanos() : Math.max(0, giveUpAt - System.nanoTime());
    }

    private boolean mayAttempt() {
      return tried.size() < Math.min(ask.attempts(), doors.size());
    }

    private void attempt() {
      Door door = next(tried);
      tried.add(door);
      ask.whenAttempted().run();
      underWay.incrementAndGet();
      Thread.ofVirtual().start(() -> {
        ended.add(attemptAt(door));
        underWay.decrementAndGet();
      });
    }

    private Optional<Answer> attemptAt(Door door) {
      try {
        Answer answer = door.ask(ask);
        ask.whenAnswered().accept(answer);
        return Optional.of(answer);
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private void count(Optional<Answer> failed) {
      if (failed.isPresent()) {
        serverErrors++;
        last = failed;
      } else {
        broken++;
      }
    }

    private static boolean isGood(Optional<Answer> attempt) {
      return attempt.isPresent() && attempt.get().status() < Reply.LOWEST_SERVER_ERROR;
    }
  }
}
