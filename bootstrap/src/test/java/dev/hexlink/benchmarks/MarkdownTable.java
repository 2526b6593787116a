package dev.hexlink.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of equal length as Markdown, the first row as headings. */
record MarkdownTable(List<List<String>> rows) {
  List<String> lines() {
    List<String> lines = rows.stream().map(MarkdownTable::line).collect(Collectors.toList());
    lines.add(1, "|---".repeat(rows.getFirst().size()) + "|");
    return lines;
  }

  private static String line(List<String> row) {
    return "| " + String.join(" | ", row) + " |";
  }
}
