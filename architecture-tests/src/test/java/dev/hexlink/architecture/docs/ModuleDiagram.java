package dev.hexlink.architecture.docs;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The arrows of a mermaid graph between modules.
 *
 * @param built {@code a --> b}: a is built with b
 * @param tested {@code a -.-> b}: a is tested with b
 */
record ModuleDiagram(SortedSet<String> built, SortedSet<String> tested) {
  private static final Pattern SOLID = Pattern.compile("(?m)^\\s*([a-z-]*[a-z]) --> ([a-z-]+)\\s*$");
  private static final Pattern DOTTED = Pattern.compile("(?m)^\\s*([a-z-]*[a-z]) -\\.-> ([a-z-]+)\\s*$");

  static ModuleDiagram parse(String mermaid) {
    return new ModuleDiagram(arrows(SOLID, mermaid), arrows(DOTTED, mermaid));
  }

  private static SortedSet<String> arrows(Pattern arrow, String mermaid) {
    return arrow.matcher(mermaid).results().map(result -> result.group(1) + " → " + result.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
