package dev.hexlink.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What cannot be told in one figure a line.
 *
 * @param rows each with a cell for each heading
 */
public record Table(String title, List<String> headings, List<List<String>> rows) {
  List<String> text() {
    return new TextTable(all()).lines();
  }

  List<String> markdown() {
    return new MarkdownTable(all()).lines();
  }

  /** Each row by its headings. */
  List<Map<String, String>> json() {
    return rows.stream().map(this::json).toList();
  }

  private List<List<String>> all() {
    List<List<String>> all = new ArrayList<>();
    all.add(headings);
    all.addAll(rows);
    return all;
  }

  private Map<String, String> json(List<String> row) {
    Map<String, String> json = new LinkedHashMap<>();
    for (int column = 0; column < headings.size(); column++) {
      json.put(headings.get(column), row.get(column));
    }
    return json;
  }
}
