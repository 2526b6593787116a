package dev.hexlink.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a run has found out so far. */
final class Findings {
  private final List<Figure> figures = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  void add(Figure figure) {
    figures.add(figure);
  }

  void add(Check check) {
    checks.add(check);
  }

  List<Figure> figures() {
    return Collections.unmodifiableList(figures);
  }

  List<Check> checks() {
    return Collections.unmodifiableList(checks);
  }
}
