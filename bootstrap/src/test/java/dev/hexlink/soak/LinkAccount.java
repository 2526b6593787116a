package dev.hexlink.soak;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the client knows of one link that was acknowledged. */
final class LinkAccount {
  private final String code;
  private final @Nullable Long maxVisits;
  private final Queue<String> targets = new ConcurrentLinkedQueue<>();
  private final AtomicLong attempted = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicBoolean changing = new AtomicBoolean();
  private volatile String latest;

  /**
   * @param maxVisits how often it may be followed; null for any number
   */
  LinkAccount(String code, String target, @Nullable Long maxVisits) {
    this.code = code;
    this.maxVisits = maxVisits;
    this.latest = target;
    targets.add(target);
  }

  String code() {
    return code;
  }

  @Nullable
  Long maxVisits() {
    return maxVisits;
  }

  /** A redirect is asked for. */
  void attempt() {
    attempted.incrementAndGet();
  }

  /** What was asked for was answered otherwise, and must not be counted. */
  void refuse() {
    attempted.decrementAndGet();
  }

  /** A redirect was answered. */
  void acknowledge() {
    acknowledged.incrementAndGet();
  }

  /** How many visits there may be at most. */
  long attempted() {
    return attempted.get();
  }

  /** How many visits there must be at least. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** Whether it is the caller's to change, until it is given back. */
  boolean takeForChange() {
    return !changing.getAndSet(true);
  }

  void giveBack() {
    changing.set(false);
  }

  /** Another target is asked for; whether it was set is not known yet. */
  void mayLeadTo(String target) {
    targets.add(target);
  }

  /** A change of target was acknowledged. */
  void leadsTo(String target) {
    latest = target;
  }

  /** Whether an answer that leads there can be right, as far as it is known which changes were made. */
  boolean canLeadTo(String target) {
    return targets.contains(target);
  }

  /** Whether the store may have this target in the end: the one that was acknowledged last, or one that was asked for later. */
  boolean mayEndAt(String target) {
    boolean later = false;
    for (String each : targets) {
      later = later || each.equals(latest);
      if (later && each.equals(target)) {
        return true;
      }
    }
    return false;
  }
}
