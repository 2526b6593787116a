package dev.hexlink.contracts;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.InsertOutcome.Found;
import dev.hexlink.application.spi.InsertOutcome.Inserted;
import dev.hexlink.application.spi.InsertOutcome.KeyTaken;
import dev.hexlink.application.spi.InsertOutcome.MarkMisused;
import dev.hexlink.application.spi.InsertOutcome.Replayed;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.LinkChange;
import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.Links;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin.Chosen;
import dev.hexlink.domain.link.CodeOrigin.Counted;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links on the heap, under one lock. */
class HeapLinks implements Links {
  private static final Comparator<Link> NEWEST_FIRST = Comparator.comparing(Link::createdAt).thenComparing(Link::id)
      .reversed();

  final Alone alone = new Alone();
  final Map<LinkId, Link> links = new ConcurrentHashMap<>();
  private final Map<LinkKey, LinkId> ids = new ConcurrentHashMap<>();
  final Map<MarkKey, Marked> marks = new ConcurrentHashMap<>();
  private final List<LinkChange> changes = new CopyOnWriteArrayList<>();

  record MarkKey(String scope, String key) {
    static MarkKey of(IdempotencyMark mark) {
      return new MarkKey(mark.scope(), mark.key());
    }
  }

  record Marked(IdempotencyMark mark, LinkId link) {}

  @Override
  public Set<LinkId> insert(List<Link> list) {
    return alone.get(() -> insertAll(list));
  }

  private Set<LinkId> insertAll(List<Link> list) {
    Set<LinkId> refused = new HashSet<>();
    for (Link link : list) {
      if (!stands(link) && !isFree(link.key())) {
        refused.add(link.id());
      } else if (!stands(link)) {
        store(link);
      }
    }
    return refused;
  }

  @Override
  public List<InsertOutcome> insertEach(List<Insertion> insertions) {
    return alone.get(() -> insertions.stream().map(this::insertOne).toList());
  }

  InsertOutcome insertOne(Insertion insertion) {
    IdempotencyMark mark = insertion.mark();
    Link link = insertion.link();
    Optional<Marked> marked = mark == null ? Optional.empty() : marked(mark);
    if (marked.isPresent()) {
      return replay(marked.get(), Objects.requireNonNull(mark));
    }
    Optional<Link> equal = insertion.orEqual() ? equal(link) : Optional.empty();
    if (equal.isPresent()) {
      record(mark, equal.get());
      return new Found(equal.get());
    }
    if (!isFree(link.key())) {
      return new KeyTaken();
    }
    store(link);
    record(mark, link);
    return new Inserted(link);
  }

  private InsertOutcome replay(Marked marked, IdempotencyMark mark) {
    return marked.mark().fingerprint().equals(mark.fingerprint())
        ? new Replayed(Objects.requireNonNull(links.get(marked.link())))
        : new MarkMisused();
  }

  Optional<Marked> marked(IdempotencyMark mark) {
    return Optional.ofNullable(marks.get(MarkKey.of(mark)))
        .filter(marked -> mark.at().isBefore(marked.mark().forgottenAt()));
  }

  void record(@Nullable IdempotencyMark mark, Link link) {
    if (mark != null) {
      marks.put(MarkKey.of(mark), new Marked(mark, link.id()));
    }
  }

  Optional<Link> equal(Link wanted) {
    return all().filter(link -> link.retiredAt() == null && isEqual(link, wanted))
        .filter(link -> !(wanted.origin() instanceof Chosen) || link.key().equals(wanted.key())).findFirst();
  }

  boolean isEqual(Link link, Link wanted) {
    return link.key().host().equals(wanted.key().host()) && link.target().equals(wanted.target())
        && link.window().equals(wanted.window()) && Objects.equals(link.maxVisits(), wanted.maxVisits())
        && link.redirectStatus() == wanted.redirectStatus();
  }

  boolean stands(Link link) {
    return links.containsKey(link.id());
  }

  boolean isFree(LinkKey key) {
    return !ids.containsKey(key);
  }

  void store(Link link) {
    links.put(link.id(), link);
    ids.put(link.key(), link.id());
    if (link.origin() instanceof Chosen) {
      log(link.key());
    }
  }

  void log(LinkKey key) {
    changes.add(new LinkChange(changes.size() + 1L, key));
  }

  @Override
  public Optional<Link> find(LinkKey key) {
    return alone.get(() -> Optional.ofNullable(ids.get(key)).map(links::get));
  }

  @Override
  public boolean replace(Link next) {
    return alone.get(() -> {
      boolean right = isNext(next);
      if (right) {
        put(next);
      }
      return right;
    });
  }

  boolean isNext(Link next) {
    Link current = links.get(next.id());
    return current != null && current.version() == next.version() - 1;
  }

  void put(Link next) {
    links.put(next.id(), next);
    log(next.key());
  }

  @Override
  public LinkPage list(LinkQuery query) {
    List<Link> rest = all().filter(link -> fits(link, query)).sorted(NEWEST_FIRST)
        .filter(link -> follows(link, query.after())).toList();
    return new LinkPage(rest.subList(0, Math.min(query.limit(), rest.size())), rest.size() > query.limit());
  }

  boolean fits(Link link, LinkQuery query) {
    return link.retiredAt() == null && link.tags().containsAll(query.tags())
        && (query.host() == null || query.host().equals(link.key().host()))
        && query.words().stream().allMatch(word -> occurs(word, link));
  }

  boolean occurs(String word, Link link) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return texts(link).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  Stream<String> texts(Link link) {
    List<String> texts = new ArrayList<>(List.of(link.key().code().value(), link.target().value()));
    link.tags().stream().map(Tag::value).forEach(texts::add);
    if (link.title() != null) {
      texts.add(link.title().value());
    }
    if (link.note() != null) {
      texts.add(link.note().value());
    }
    return texts.stream();
  }

  boolean follows(Link link, @Nullable LinkCursor cursor) {
    if (cursor == null) {
      return true;
    }
    Instant birth = link.createdAt();
    return birth.isBefore(cursor.createdAt())
        || (birth.equals(cursor.createdAt()) && link.id().compareTo(cursor.id()) < 0);
  }

  @Override
  public List<LinkChange> changesAfter(long after, int limit) {
    return changes.stream().filter(change -> change.position() > after).limit(limit).toList();
  }

  @Override
  public long latestChange() {
    return changes.size();
  }

  @Override
  public OptionalLong highestValue(Stack stack) {
    return all().map(Link::origin).filter(Counted.class::isInstance).mapToLong(origin -> ((Counted) origin).value())
        .filter(value -> value % Stack.MOST == stack.index()).max();
  }

  Stream<Link> all() {
    return links.values().stream();
  }
}
