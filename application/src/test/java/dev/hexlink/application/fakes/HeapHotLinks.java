package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Hot links in the heap: those that were put there, the hottest first. */
public final class HeapHotLinks implements HotLinks {
  public final Outage outage = new Outage(() -> new LinksUnavailable("switched off"));
  public final List<Route> routes = new ArrayList<>();
  private final Set<LinkId> pins = new LinkedHashSet<>();

  @Override
  public synchronized List<Route> hottest(Instant since, int most) {
    outage.check();
    return routes.stream().limit(most).toList();
  }

  @Override
  public synchronized List<Route> drawn(RandomGenerator random, int most) {
    outage.check();
    List<Route> rest = new ArrayList<>(routes);
    List<Route> drawn = new ArrayList<>();
    while (!rest.isEmpty() && drawn.size() < most) {
      drawn.add(rest.remove(random.nextInt(rest.size())));
    }
    return drawn;
  }

  @Override
  public synchronized List<Route> pinned() {
    outage.check();
    return pins.stream().flatMap(pin -> routes.stream().filter(route -> route.id().equals(pin))).toList();
  }

  @Override
  public synchronized boolean pin(LinkId link) {
    outage.check();
    boolean known = routes.stream().anyMatch(route -> route.id().equals(link));
    if (known) {
      pins.add(link);
    }
    return known;
  }

  @Override
  public synchronized void unpin(LinkId link) {
    outage.check();
    pins.remove(link);
  }
}
