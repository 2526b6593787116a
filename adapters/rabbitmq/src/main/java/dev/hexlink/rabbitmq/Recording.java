package dev.hexlink.rabbitmq;

import dev.hexlink.domain.visit.Visit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is done with the letters of a batch: the worker gets their visits, the dead-letter queue gets what cannot be read. */
final class Recording {
  private static final Logger LOG = System.getLogger(Recording.class.getName());

  private final Seldom warning = new Seldom();
  private final OutageLog outage = new OutageLog("Visits are not recorded", "Visits are recorded again.");
  private final Consumer<List<Visit>> worker;
  private final DeadLetters deadLetters;

  Recording(Consumer<List<Visit>> worker, DeadLetters deadLetters) {
    this.worker = worker;
    this.deadLetters = deadLetters;
  }

  /**
   * What became of a batch.
   *
   * @param again the tags of the letters that are not done
   * @param away whether the worker's store is away
   * @param fruitless whether the worker did nothing at all
   */
  record Outcome(Set<Long> again, boolean away, boolean fruitless) {}

  Outcome record(List<ReceivedLetter> letters) {
    Handover handover = new Handover(worker);
    Set<Long> again = new HashSet<>(handover.run(letters));
    say(handover);
    putAside(letters.stream().filter(letter -> !letter.reading().isWhole() && !again.contains(letter.tag())).toList(),
        again);
    return new Outcome(again, handover.isAway(), handover.isFruitless());
  }

  private void putAside(List<ReceivedLetter> unreadable, Set<Long> again) {
    BitSet taken = deadLetters.take(unreadable);
    for (int place = taken.nextClearBit(0); place < unreadable.size(); place = taken.nextClearBit(place + 1)) {
      again.add(unreadable.get(place).tag());
    }
  }

  private void say(Handover handover) {
    Throwable failure = handover.failure();
    if (handover.isAway()) {
      outage.failed(failure == null ? "" : String.valueOf(failure.getMessage()));
      return;
    }
    if (!handover.isFruitless()) {
      outage.works();
    }
    if (failure != null && warning.isTime()) {
      LOG.log(Level.WARNING, "Some visits could not be recorded; they come again every "
          + Topology.RETRY_AFTER.toSeconds() + " s.", failure);
    }
  }
}
