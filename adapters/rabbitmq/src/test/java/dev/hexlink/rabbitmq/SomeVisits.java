package dev.hexlink.rabbitmq;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Visits to publish. */
final class SomeVisits {
  private SomeVisits() {}

  static List<Visit> of(Seeded some, int count) {
    return some.visits(some.link(), count).stream().map(ClassifiedVisit::visit).toList();
  }

  static Set<VisitId> ids(Collection<Visit> visits) {
    return visits.stream().map(Visit::id).collect(Collectors.toSet());
  }

  /** The letter that carries visits, as text. */
  static String letter(List<Visit> visits) {
    return new String(LetterWriter.write(visits).getFirst().letter().body(), StandardCharsets.UTF_8);
  }
}
