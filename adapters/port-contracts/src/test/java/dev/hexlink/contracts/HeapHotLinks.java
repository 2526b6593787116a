package dev.hexlink.contracts;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Route;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Hot links on the heap, under one lock. */
class HeapHotLinks implements HotLinks {
  final Alone alone = new Alone();
  final HeapLinks links;
  final HeapVisits visits;
  final SequencedSet<LinkId> pins = new LinkedHashSet<>();

  HeapHotLinks(HeapLinks links, HeapVisits visits) {
    this.links = links;
    this.visits = visits;
  }

  @Override
  public List<Route> hottest(Instant since, int most) {
    return inService().filter(link -> followed(link, since) > 0)
        .sorted(Comparator.comparingLong((Link link) -> followed(link, since)).reversed()).limit(most).map(Link::route)
        .toList();
  }

  long followed(Link link, Instant since) {
    Instant first = HeapVisits.quarter(since);
    return visits.rollups.getOrDefault(link.id(), Map.of()).entrySet().stream()
        .filter(rollup -> !rollup.getKey().isBefore(first)).map(Map.Entry::getValue).mapToLong(VisitCounts::total)
        .sum();
  }

  @Override
  public List<Route> drawn(RandomGenerator random, int most) {
    List<Route> rest = new ArrayList<>(inService().map(Link::route).toList());
    List<Route> drawn = new ArrayList<>();
    while (!rest.isEmpty() && drawn.size() < most) {
      drawn.add(rest.remove(random.nextInt(rest.size())));
    }
    return drawn;
  }

  @Override
  public List<Route> pinned() {
    return alone.get(() -> pins.stream().map(links.links::get).filter(HeapHotLinks::isInService).map(Link::route)
        .toList());
  }

  @Override
  public boolean pin(LinkId link) {
    return alone.get(() -> links.links.containsKey(link) && (pins.contains(link) || addPin(link)));
  }

  boolean addPin(LinkId link) {
    return pins.size() < MOST_PINNED && pins.add(link);
  }

  @Override
  public void unpin(LinkId link) {
    alone.run(() -> pins.remove(link));
  }

  Stream<Link> inService() {
    return links.all().filter(HeapHotLinks::isInService);
  }

  static boolean isInService(Link link) {
    return link.retiredAt() == null;
  }
}
