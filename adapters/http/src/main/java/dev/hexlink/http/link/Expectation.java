package dev.hexlink.http.link;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What {@code If-Match} expects of a link.
 *
 * @param anything whether any version will do
 * @param versions the versions that will do; tags that are none of ours, and weak ones, match nothing
 */
record Expectation(boolean anything, List<Long> versions) {
  /** No link has it, so that it always conflicts. */
  private static final long NO_VERSION = 0;

  static Expectation in(HttpHeaders headers) {
    List<String> tags = headers.getAll(HttpHeaders.IF_MATCH).stream().flatMap(header -> Stream.of(header.split(",")))
        .map(String::strip).toList();
    return new Expectation(tags.isEmpty() || tags.contains("*"), tags.stream()
        .filter(tag -> tag.matches("\"[1-9][0-9]{0,17}\"")).map(tag -> Long.valueOf(tag.replace("\"", ""))).toList());
  }

  /** The one version to ask the application for, given the current one; empty when any will do. */
  OptionalLong given(OptionalLong current) {
    if (anything) {
      return OptionalLong.empty();
    }
    if (current.isPresent() && versions.contains(current.getAsLong())) {
      return current;
    }
    return OptionalLong.of(versions.isEmpty() ? NO_VERSION : versions.getFirst());
  }

  /** Whether the current version must be known to choose. */
  boolean isChoice() {
    return !anything && versions.size() > 1;
  }
}
