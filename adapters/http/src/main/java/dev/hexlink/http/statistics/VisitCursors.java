package dev.hexlink.http.statistics;

import dev.hexlink.application.spi.VisitQuery.VisitCursor;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.http.json.CursorText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cursors of the list of visits. */
final class VisitCursors {
  private static final String KIND = "v1";

  private VisitCursors() {}

  static String after(ClassifiedVisit last) {
    VisitId id = last.visit().id();
    return CursorText.of(KIND, last.visit().facts().at(), id.epoch(), id.sequence());
  }

  static Optional<VisitCursor> parse(String text) {
    return CursorText.parts(KIND, 3, text).flatMap(VisitCursors::cursor);
  }

  private static Optional<VisitCursor> cursor(List<String> parts) {
    try {
      Instant at = Instant.parse(parts.get(0));
      long sequence = Long.parseLong(parts.get(2));
      return sequence < 0
          ? Optional.empty()
          : Epoch.parse(parts.get(1)).map(epoch -> new VisitCursor(at, new VisitId(epoch, sequence)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
