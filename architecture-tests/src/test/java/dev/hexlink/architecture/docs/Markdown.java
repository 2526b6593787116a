package dev.hexlink.architecture.docs;

import dev.hexlink.architecture.Repository;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of one documentation file. */
record Markdown(String text) {
  private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,}|~{3,}).*?^\\1\\s*$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern
      .compile("\\[[^\\[\\]]*+(?:\\[[^\\]]*+][^\\[\\]]*+)*+]\\(([^)\\s]++)(?:\\s++\"[^\"]*+\")?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

  static Markdown of(String file) {
    return new Markdown(Repository.read(file));
  }

  /** The lines between {@code <!-- name … -->} and {@code <!-- end of name -->}. */
  String marked(String name) {
    Matcher found = Pattern.compile("(?s)<!-- " + name + "\\b.*?-->(.*?)<!-- end of " + name + " -->").matcher(text);
    if (!found.find()) {
      throw new AssertionError("no lines between <!-- " + name + " --> and <!-- end of " + name + " -->");
    }
    return found.group(1);
  }

  /** What stands in its blocks of code of one language, without the fences. */
  Stream<String> blocks(String language) {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(text).results()
        .map(result -> result.group(1));
  }

  /** The rows of all tables, cell by cell, without code marks; heads and rules included. */
  Stream<List<String>> rows() {
    return text.lines().filter(line -> line.startsWith("|")).map(Markdown::cells);
  }

  /** The rows of all tables whose first cell is code, cell by cell, without code marks. */
  Stream<List<String>> codeRows() {
    return text.lines().filter(line -> line.startsWith("| `")).map(Markdown::cells);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(CELL_END.split(line.strip().replaceFirst("^\\|(.*)\\|$", "$1"), -1)).map(String::strip)
        .map(cell -> cell.replace("`", "").replace("\\|", "|")).toList();
  }

  /** Where its links lead. */
  Stream<String> links() {
    return LINK.matcher(CODE.matcher(prose()).replaceAll("")).results().map(result -> result.group(1));
  }

  /** The anchors of its headings, as GitHub makes them. */
  Stream<String> anchors() {
    return HEADING.matcher(prose()).results().map(result -> result.group(1).toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
  }

  /** Every piece of inline code. */
  Stream<String> code() {
    return CODE.matcher(prose()).results().map(MatchResult::group).map(code -> code.substring(1, code.length() - 1));
  }

  private String prose() {
    return FENCED.matcher(text).replaceAll("");
  }
}
