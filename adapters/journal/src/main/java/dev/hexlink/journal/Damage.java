package dev.hexlink.journal;

import dev.hexlink.domain.visit.Epoch;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the visits that were found unreadable, and says so once. */
final class Damage {
  private static final Logger LOG = LoggerFactory.getLogger(Damage.class);
  private final AtomicLong visits = new AtomicLong();

  void found(Epoch epoch, long from, long to) {
    if (visits.getAndAdd(to - from) == 0) {
      LOG.warn("The journal has damaged records: visits {} to {} of epoch {} cannot be read, nor perhaps others; "
          + "the rest is read on", from, to - 1, epoch);
    }
  }

  long visits() {
    return visits.get();
  }
}
