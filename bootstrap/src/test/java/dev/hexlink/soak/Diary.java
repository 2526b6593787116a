package dev.hexlink.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Every request that was made, and when there was trouble last. */
final class Diary {
  private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicLong lastTrouble = new AtomicLong(System.nanoTime());

  void add(Entry entry) {
    entries.add(entry);
    if (entry.isTroubled()) {
      lastTrouble.accumulateAndGet(entry.at() + entry.micros() * 1_000, Math::max);
    }
  }

  /** When an attempt failed last; the beginning when none has. */
  long lastTrouble() {
    return lastTrouble.get();
  }

  List<Entry> entries() {
    return new ArrayList<>(entries);
  }

  /** What was begun from one moment up to another. */
  List<Entry> between(long from, long to) {
    return entries.stream().filter(entry -> entry.at() >= from && entry.at() < to).toList();
  }
}
