package dev.hexlink.rabbitmq;

import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A worker that remembers what it was handed. */
final class Recorder implements Consumer<List<Visit>> {
  private final Map<VisitId, Visit> recorded = new ConcurrentHashMap<>();
  private final List<Integer> batches = new CopyOnWriteArrayList<>();

  @Override
  public void accept(List<Visit> batch) {
    batches.add(batch.size());
    batch.forEach(visit -> recorded.put(visit.id(), visit));
  }

  Set<VisitId> ids() {
    return recorded.keySet();
  }

  /** How many visits it was handed at a time. */
  List<Integer> batches() {
    return batches;
  }
}
