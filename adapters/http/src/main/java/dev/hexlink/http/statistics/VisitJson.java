package dev.hexlink.http.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.VisitFacts;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * A visit, as callers see it.
 *
 * @param network the visitor's address as far as it is kept, in CIDR notation
 * @param bot whether a program followed the link
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VisitJson(String id, String at, String referrer, String userAgent, String browser, String os,
    String device, boolean bot, boolean prefetch, String network) {
  static VisitJson from(ClassifiedVisit classified) {
    VisitFacts facts = classified.visit().facts();
    return new VisitJson(classified.visit().id().toString(), facts.at().toString(), facts.referrer(),
        facts.userAgent(), classified.traits().browser(), classified.traits().operatingSystem(),
        classified.traits().device().name().toLowerCase(Locale.ROOT), classified.traits().bot(), facts.prefetch(),
        facts.network().toString());
  }
}
