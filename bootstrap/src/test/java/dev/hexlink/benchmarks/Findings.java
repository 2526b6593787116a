package dev.hexlink.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a run has found out so far. */
public final class Findings {
  private final List<Figure> figures = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  public void add(Figure figure) {
    figures.add(figure);
  }

  public void add(Check check) {
    checks.add(check);
  }

  public void add(Table table) {
    tables.add(table);
  }

  public List<Figure> figures() {
    return Collections.unmodifiableList(figures);
  }

  List<Table> tables() {
    return Collections.unmodifiableList(tables);
  }

  public List<Check> checks() {
    return Collections.unmodifiableList(checks);
  }
}
