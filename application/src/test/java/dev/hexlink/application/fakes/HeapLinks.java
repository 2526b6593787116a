package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Links in the heap. Finding can be held after it has looked, inserting before it has begun. */
public class HeapLinks implements Links {
  public final Outage outage = new Outage(() -> new LinksUnavailable("switched off"));
  public final Outage highestOutage = new Outage(() -> new LinksUnavailable("switched off"));
  public final Gate afterFind = new Gate();
  public final Gate beforeInsert = new Gate();
  public final Gate beforeInsertEach = new Gate();
  public final AtomicInteger finds = new AtomicInteger();
  public final AtomicInteger highestAsked = new AtomicInteger();
  /** How many links each commit held. */
  public final List<Integer> commits = new ArrayList<>();

  private final Map<LinkKey, Link> links = new HashMap<>();
  private final TreeMap<Long, LinkKey> changes = new TreeMap<>();
  private final Map<String, Marked> marks = new HashMap<>();

  private record Marked(String fingerprint, LinkKey key) {}

  /** Puts links there behind everybody's back, without logging a change. */
  public synchronized void hold(Link... held) {
    for (Link link : held) {
      links.put(link.key(), link);
    }
  }

  /** Logs a change at a position of the test's choice. */
  public synchronized void log(long position, LinkKey key) {
    changes.put(position, key);
  }

  public synchronized List<Link> all() {
    return List.copyOf(links.values());
  }

  @Override
  public Set<LinkId> insert(List<Link> inserted) {
    beforeInsert.pass();
    outage.check();
    synchronized (this) {
      commits.add(inserted.size());
      Set<LinkId> taken = new HashSet<>();
      for (Link link : inserted) {
        Link standing = links.putIfAbsent(link.key(), link);
        if (standing != null && !standing.id().equals(link.id())) {
          taken.add(link.id());
        }
      }
      return taken;
    }
  }

  @Override
  public List<InsertOutcome> insertEach(List<Insertion> insertions) {
    beforeInsertEach.pass();
    outage.check();
    synchronized (this) {
      commits.add(insertions.size());
      return insertions.stream().map(this::insertOne).toList();
    }
  }

  private InsertOutcome insertOne(Insertion insertion) {
    IdempotencyMark mark = insertion.mark();
    Link link = insertion.link();
    Marked marked = mark == null ? null : marks.get(mark.scope() + " " + mark.key());
    if (mark != null && marked != null) {
      return marked.fingerprint().equals(mark.fingerprint())
          ? new InsertOutcome.Replayed(links.getOrDefault(marked.key(), link))
          : new InsertOutcome.MarkMisused();
    }
    Optional<Link> equal = insertion.orEqual()
        ? links.values().stream().filter(other -> other.target().equals(link.target())).findFirst()
        : Optional.empty();
    InsertOutcome outcome = equal.<InsertOutcome>map(InsertOutcome.Found::new)
        .orElseGet(() -> links.putIfAbsent(link.key(), link) == null
            ? new InsertOutcome.Inserted(link)
            : new InsertOutcome.KeyTaken());
    if (mark != null && !(outcome instanceof InsertOutcome.KeyTaken)) {
      marks.put(mark.scope() + " " + mark.key(), new Marked(mark.fingerprint(), equal.orElse(link).key()));
    }
    return outcome;
  }

  @Override
  public Optional<Link> find(LinkKey key) {
    finds.incrementAndGet();
    outage.check();
    Optional<Link> found;
    synchronized (this) {
      found = Optional.ofNullable(links.get(key));
    }
    afterFind.pass();
    return found;
  }

  @Override
  public synchronized boolean replace(Link next) {
    outage.check();
    Link standing = links.get(next.key());
    if (standing == null || standing.version() != next.version() - 1) {
      return false;
    }
    links.put(next.key(), next);
    changes.put(latestChange() + 1, next.key());
    return true;
  }

  @Override
  public synchronized LinkPage list(LinkQuery query) {
    outage.check();
    List<Link> newest = links.values().stream().filter(link -> link.retiredAt() == null)
        .sorted(Comparator.comparing(Link::createdAt).thenComparing(Link::id).reversed()).toList();
    return new LinkPage(newest.stream().limit(query.limit()).toList(), newest.size() > query.limit());
  }

  @Override
  public synchronized List<LinkChange> changesAfter(long after, int limit) {
    outage.check();
    return changes.tailMap(after, false).entrySet().stream().limit(limit)
        .map(change -> new LinkChange(change.getKey(), change.getValue())).toList();
  }

  @Override
  public synchronized long latestChange() {
    outage.check();
    return changes.isEmpty() ? 0 : changes.lastKey();
  }

  @Override
  public synchronized OptionalLong highestValue(Stack stack) {
    highestAsked.incrementAndGet();
    highestOutage.check();
    return links.values().stream().map(Link::origin).filter(CodeOrigin.Counted.class::isInstance)
        .mapToLong(origin -> ((CodeOrigin.Counted) origin).value())
        .filter(value -> value % Stack.MOST == stack.index()).max();
  }
}
