package dev.hexlink.postgres.visits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.ReferrerHost;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.postgres.store.Values;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Visits as the store takes them: each once and in the order of their links, so that neighbours in the index are touched together; in columns, with
 * epochs and links beside them.
 */
final class VisitBatch {
  private static final int IPV6 = 1;
  private static final int BOT = 2;
  private static final int PREFETCH = 4;
  private static final int UNSTORABLE = 8;
  private static final Comparator<ClassifiedVisit> BY_ID = Comparator.comparing(visit -> visit.visit().id());

  private final List<ClassifiedVisit> visits;
  private final SequencedMap<Epoch, List<Long>> epochs;
  private final SequencedMap<LinkId, LinkKey> links = new TreeMap<>();

  VisitBatch(Collection<ClassifiedVisit> some) {
    Set<Object> met = new HashSet<>();
    List<ClassifiedVisit> each = some.stream().filter(visit -> met.add(visit.visit().id())).sorted(BY_ID).toList();
    this.epochs = each.stream().collect(groupingBy(visit -> visit.visit().id().epoch(), TreeMap::new,
        mapping(visit -> visit.visit().id().sequence(), toList())));
    this.visits = each.stream().sorted(Comparator.comparing(visit -> factsOf(visit).link())).toList();
    visits.forEach(visit -> links.putIfAbsent(factsOf(visit).link(), factsOf(visit).key()));
  }

  int size() {
    return visits.size();
  }

  /** What {@code settle_visits} takes, in its order. */
  @Nullable
  Object[] parameters(@Nullable String whyAside) {
    Map<Epoch, Integer> placeOfEpoch = places(epochs.keySet());
    Map<LinkId, Integer> placeOfLink = places(links.keySet());
    return new @Nullable Object[]{Values.of("uuid", epochs.keySet(), Epochs::toUuid),
        epochs.values().stream().map(Multirange::of).toArray(String[]::new),
        Values.of("uuid", links.keySet(), LinkId::value), texts(links.values(), key -> key.host().name()),
        texts(links.values(), key -> key.code().value()),
        ints(visit -> placeOfEpoch.getOrDefault(visit.visit().id().epoch(), 0)),
        ints(visit -> placeOfLink.getOrDefault(factsOf(visit).link(), 0)),
        longs(visit -> visit.visit().id().sequence()),
        ints(visit -> (int) Moments.dayOf(Moments.storable(factsOf(visit).at())).toEpochDay()),
        longs(visit -> Moments.storable(factsOf(visit).at()).toEpochMilli()),
        longs(visit -> factsOf(visit).network().prefix()), longs(visit -> factsOf(visit).visitor()),
        ints(VisitBatch::flagsOf),
        texts(visits, visit -> visit.traits().device().name().toLowerCase(Locale.ROOT)),
        texts(visits, visit -> visit.traits().browser()), texts(visits, visit -> visit.traits().operatingSystem()),
        texts(visits, visit -> ReferrerHost.of(factsOf(visit).referrer())),
        texts(visits, visit -> factsOf(visit).referrer()), texts(visits, visit -> factsOf(visit).userAgent()),
        whyAside};
  }

  private static int flagsOf(ClassifiedVisit visit) {
    return (factsOf(visit).network().ipv6() ? IPV6 : 0) | (visit.traits().bot() ? BOT : 0)
        | (factsOf(visit).prefetch() ? PREFETCH : 0) | (isStorable(visit) ? 0 : UNSTORABLE);
  }

  private static boolean isStorable(ClassifiedVisit visit) {
    VisitFacts facts = factsOf(visit);
    return Moments.storable(facts.at()).equals(facts.at())
        && Stream.of(facts.userAgent(), facts.referrer(), visit.traits().browser(), visit.traits().operatingSystem())
            .allMatch(StorableText::isStorable);
  }

  private static VisitFacts factsOf(ClassifiedVisit visit) {
    return visit.visit().facts();
  }

  private int[] ints(ToIntFunction<ClassifiedVisit> value) {
    return visits.stream().mapToInt(value).toArray();
  }

  private long[] longs(ToLongFunction<ClassifiedVisit> value) {
    return visits.stream().mapToLong(value).toArray();
  }

  private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).map(StorableText::of).toArray(String[]::new);
  }

  /** The place of each, from 1. */
  private static <T> Map<T, Integer> places(Collection<T> items) {
    Map<T, Integer> places = new HashMap<>();
    items.forEach(item -> places.put(item, places.size() + 1));
    return places;
  }
}
