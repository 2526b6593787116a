package dev.hexlink.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of equal length in aligned columns, the first row on top of a rule. */
record TextTable(List<List<String>> rows) {
  private static final String GAP = "   ";

  List<String> lines() {
    List<Integer> widths = IntStream.range(0, rows.getFirst().size()).mapToObj(this::width).toList();
    List<String> lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
    lines.add(1, widths.stream().map("─"::repeat).collect(Collectors.joining(GAP)));
    return lines;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
        .collect(Collectors.joining(GAP)).stripTrailing();
  }
}
