package dev.hexlink.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets one mishap after the other happen to a fleet, each when the one before is got over. */
final class Havoc {
  private static final long LOOK_EVERY = 200;
  private static final long CALM = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(45);

  private final Fleet fleet;
  private final Diary diary;

  Havoc(Fleet fleet, Diary diary) {
    this.fleet = fleet;
    this.diary = diary;
  }

  List<Episode> run(Plan plan) throws InterruptedException {
    long beginning = System.nanoTime();
    List<Episode> episodes = new ArrayList<>();
    for (PlannedMishap planned : plan.mishaps()) {
      sleepUntil(beginning + planned.after().toNanos());
      System.err.printf("%6.1f s  %s%n", (System.nanoTime() - beginning) / 1e9, planned.mishap().name());
      episodes.add(happen(planned));
    }
    return episodes;
  }

  private Episode happen(PlannedMishap planned) throws InterruptedException {
    Mishap mishap = planned.mishap();
    long begun = System.nanoTime();
    mishap.begin().run();
    while (System.nanoTime() - begun < planned.length().toNanos()) {
      mishap.meanwhile().run();
      Thread.sleep(LOOK_EVERY);
    }
    mishap.end().run();
    return recovery(mishap, begun, System.nanoTime());
  }

  /** Everything is well again when all are ready and for a second no attempt has failed; the second does not count. */
  private Episode recovery(Mishap mishap, long begun, long over) throws InterruptedException {
    long ready = 0;
    while (System.nanoTime() - over < PATIENCE) {
      if (!fleet.isReady()) {
        ready = 0;
      } else if (ready == 0) {
        ready = System.nanoTime();
      }
      if (ready != 0 && System.nanoTime() - Math.max(over, diary.lastTrouble()) > CALM) {
        return new Episode(mishap.name(), begun, over, Math.max(ready, diary.lastTrouble()), true);
      }
      Thread.sleep(LOOK_EVERY);
    }
    return new Episode(mishap.name(), begun, over, System.nanoTime(), false);
  }

  private static void sleepUntil(long moment) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
  }
}
