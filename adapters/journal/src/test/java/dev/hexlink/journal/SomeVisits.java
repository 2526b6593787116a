package dev.hexlink.journal;

import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Visits to put into journals. */
final class SomeVisits {
  private SomeVisits() {}

  static VisitFacts facts(Seeded seeded) {
    Instant at = seeded.instant();
    return new VisitFacts(seeded.linkId(at), seeded.key(), at, seeded.network(), seeded.random().nextLong(),
        "Mozilla/5.0 (X11; Linux x86_64) " + seeded.word(), "https://" + seeded.word() + ".example/", false);
  }

  static List<Visit> append(VisitJournal journal, Seeded seeded, int count) {
    return IntStream.range(0, count).mapToObj(_ -> facts(seeded))
        .map(facts -> new Visit(journal.append(facts).join(), facts)).toList();
  }
}
