package dev.hexlink.http.link;

import dev.hexlink.domain.link.Link;

/** The entity tag of a link: its version in quotes. */
final class Etag {
  private Etag() {}

  static String of(Link link) {
    return "\"" + link.version() + "\"";
  }
}
