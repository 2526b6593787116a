package dev.hexlink.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One figure per round, in the order of the rounds. */
public final class Samples {
  private final List<Double> rounds = new ArrayList<>();

  public static Samples of(double... values) {
    Samples samples = new Samples();
    for (double value : values) {
      samples.add(value);
    }
    return samples;
  }

  public void add(double value) {
    rounds.add(value);
  }

  public List<Double> rounds() {
    return Collections.unmodifiableList(rounds);
  }

  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double least() {
    return Collections.min(rounds);
  }

  public double most() {
    return Collections.max(rounds);
  }

  Samples times(double factor) {
    Samples product = new Samples();
    rounds.forEach(round -> product.add(round * factor));
    return product;
  }

  /** Each round's figure divided by the same round's in the other: what disturbs a round disturbs both. */
  Samples ratios(Samples other) {
    Samples ratios = new Samples();
    for (int round = 0; round < rounds.size(); round++) {
      ratios.add(rounds.get(round) / other.rounds.get(round));
    }
    return ratios;
  }
}
