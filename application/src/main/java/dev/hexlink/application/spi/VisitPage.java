package dev.hexlink.application.spi;

import dev.hexlink.domain.visit.ClassifiedVisit;
import java.util.List;

/** Visits in order, and whether more follow the last. */
public record VisitPage(List<ClassifiedVisit> visits, boolean hasMore) {
  public VisitPage {
    visits = List.copyOf(visits);
  }
}
