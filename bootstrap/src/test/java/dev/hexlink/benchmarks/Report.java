package dev.hexlink.benchmarks;

import dev.hexlink.benchmarks.Figure.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is shown and kept.
 *
 * @param others the share of the machine that programs of others used meanwhile, from 0 to 1
 */
record Report(Instant begun, Terms terms, Machine machine, double others, Findings findings) {
  private static final List<String> HEADINGS = List.of("Measured", "Hexlink", "Reference", "Ratio", "Command");

  String text() {
    List<String> lines = new ArrayList<>(
        List.of("Measured " + begun + " on " + machine + ".", terms.conditions(others), ""));
    if (!findings.figures().isEmpty()) {
      lines.addAll(new TextTable(rows()).lines());
      lines.add("");
    }
    for (Table table : findings.tables()) {
      lines.addAll(List.of(table.title(), ""));
      lines.addAll(table.text());
      lines.add("");
    }
    findings.checks().forEach(check -> lines.add(line(check)));
    return String.join("\n", lines) + "\n";
  }

  /** A section to be put at the end of a page. */
  String markdown() {
    List<String> lines = new ArrayList<>(
        List.of("", "## Measured", "", begun + " on " + machine + ".", terms.conditions(others), ""));
    if (!findings.figures().isEmpty()) {
      lines.addAll(new MarkdownTable(rows()).lines());
      lines.add("");
    }
    for (Table table : findings.tables()) {
      lines.addAll(List.of(table.title(), ""));
      lines.addAll(table.markdown());
      lines.add("");
    }
    findings.checks().forEach(check -> lines.add("- " + line(check)));
    return String.join("\n", lines) + "\n";
  }

  private static String line(Check check) {
    return check.name() + ": " + (check.holds() ? "yes. " : "NO. ") + check.explanation();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    findings.figures().forEach(figure -> rows.add(row(figure)));
    return rows;
  }

  private static List<String> row(Figure figure) {
    Reference reference = figure.reference();
    return List.of(
        figure.name(),
        figure.unit().write(figure.hexlink()),
        reference == null ? "" : reference.name() + ": " + figure.unit().write(reference.samples()),
        reference == null ? "" : ratio(figure.hexlink().ratios(reference.samples())),
        "`" + figure.command() + "`");
  }

  private static String ratio(Samples ratios) {
    return String.format(Locale.ROOT, "%.2f", ratios.median());
  }

  String json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("begun", begun.toString());
    json.putAll(terms.facts());
    json.put("machine", machine.toString());
    json.put("othersShare", others);
    json.put("figures", findings.figures().stream().map(Report::json).toList());
    json.put("tables", findings.tables().stream().map(Report::json).toList());
    json.put("checks", findings.checks().stream().map(Report::json).toList());
    return Json.write(json);
  }

  private static Map<String, @Nullable Object> json(Figure figure) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", figure.name());
    json.put("unit", figure.unit().name().toLowerCase(Locale.ROOT));
    json.put("hexlink", json(figure.hexlink()));
    Reference reference = figure.reference();
    if (reference != null) {
      json.put("referenceName", reference.name());
      json.put("reference", json(reference.samples()));
      json.put("ratio", figure.hexlink().ratios(reference.samples()).median());
    }
    json.put("command", figure.command());
    return json;
  }

  private static Map<String, @Nullable Object> json(Table table) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("title", table.title());
    json.put("rows", table.json());
    return json;
  }

  private static Map<String, @Nullable Object> json(Samples samples) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("median", samples.median());
    json.put("rounds", samples.rounds());
    return json;
  }

  private static Map<String, @Nullable Object> json(Check check) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", check.name());
    json.put("holds", check.holds());
    json.put("explanation", check.explanation());
    return json;
  }
}
