package dev.hexlink.http.statistics;

import dev.hexlink.application.spi.VisitPage;

/** Visits as a table. */
final class VisitCsv {
  private VisitCsv() {}

  static Csv of(VisitPage page) {
    Csv csv = new Csv("id", "at", "referrer", "userAgent", "browser", "os", "device", "bot", "prefetch", "network");
    page.visits().stream().map(VisitJson::from).forEach(visit -> csv.row(visit.id(), visit.at(), visit.referrer(),
        visit.userAgent(), visit.browser(), visit.os(), visit.device(), visit.bot(), visit.prefetch(),
        visit.network()));
    return csv;
  }
}
