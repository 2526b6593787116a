package dev.hexlink.architecture.docs;

import dev.hexlink.architecture.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Relative links that lead nowhere. */
final class DeadLinks {
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  private DeadLinks() {}

  static List<String> in(Path file) {
    return new Markdown(Repository.read(file)).links().filter(link -> !ELSEWHERE.matcher(link).matches())
        .filter(link -> !leadsSomewhere(file, link)).map(link -> file.getFileName() + " → " + link).toList();
  }

  private static boolean leadsSomewhere(Path from, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || anchors(target).anyMatch(parts[1]::equals));
  }

  private static Stream<String> anchors(Path target) {
    return target.toString().endsWith(".md") ? new Markdown(Repository.read(target)).anchors() : Stream.empty();
  }
}
