package dev.hexlink.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens when, drawn out of a seed: each mishap once in a round, in an order of the round's own. */
record Plan(List<PlannedMishap> mishaps) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Duration SPACE_FOR_ONE = Duration.ofMillis(7_500);

  /** A plan for so many seconds, with as many rounds as fit, and one at least. */
  static Plan of(Fleet fleet, int seconds, Random random) {
    List<Mishap> mishaps = new ArrayList<>();
    int inARound = new Mishaps(fleet, random).all().size();
    long rounds = Math.max(1, Duration.ofSeconds(seconds).dividedBy(SPACE_FOR_ONE.multipliedBy(inARound)));
    for (int round = 0; round < rounds; round++) {
      List<Mishap> all = new ArrayList<>(new Mishaps(fleet, random).all());
      Collections.shuffle(all, random);
      mishaps.addAll(all);
    }
    Duration space = Duration.ofSeconds(seconds).dividedBy(mishaps.size());
    List<PlannedMishap> planned = new ArrayList<>();
    for (Mishap mishap : mishaps) {
      Duration after = space.multipliedBy(planned.size()).plus(between(Duration.ZERO, space.dividedBy(3), random));
      planned.add(new PlannedMishap(mishap, after, between(SHORTEST, LONGEST, random)));
    }
    return new Plan(planned);
  }

  private static Duration between(Duration least, Duration most, Random random) {
    return least.plusMillis(random.nextLong(most.minus(least).toMillis() + 1));
  }
}
