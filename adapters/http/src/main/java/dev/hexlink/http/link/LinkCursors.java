package dev.hexlink.http.link;

import dev.hexlink.application.spi.LinkCursor;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.http.json.CursorText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cursors of the list of links. */
final class LinkCursors {
  private static final String KIND = "l1";

  private LinkCursors() {}

  static String after(Link last) {
    return CursorText.of(KIND, last.createdAt(), last.id());
  }

  static Optional<LinkCursor> parse(String text) {
    return CursorText.parts(KIND, 2, text).flatMap(LinkCursors::cursor);
  }

  private static Optional<LinkCursor> cursor(List<String> parts) {
    try {
      Instant createdAt = Instant.parse(parts.get(0));
      return LinkId.parse(parts.get(1)).map(id -> new LinkCursor(createdAt, id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
