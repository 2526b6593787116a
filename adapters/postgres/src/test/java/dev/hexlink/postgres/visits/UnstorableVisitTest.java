package dev.hexlink.postgres.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import dev.hexlink.postgres.StoreLinks;
import dev.hexlink.postgres.store.TemporaryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Visits that the store cannot hold: those it is known of are put aside with the batch, of others the store says so. */
@Tag("server")
@ExtendWith(SeededCases.class)
class UnstorableVisitTest {
  @RegisterExtension
  static final TemporaryStore POSTGRES = new TemporaryStore();

  private static final String REFUSED = "refused by the store";

  private final PostgresVisits visits = new PostgresVisits(POSTGRES.store());
  private final StoredVisits stored = new StoredVisits(POSTGRES.database());

  @Test
  void textThatCannotBeHeldIsPutAsideWithItsBatch(Seeded some) {
    Link link = standing(some);
    List<ClassifiedVisit> batch = new ArrayList<>(some.visits(link, 5));
    batch.add(by("nul \0 inside", link, some));
    batch.add(by("half a pair \ud83d", link, some));
    assertThat(visits.settle(batch)).isEqualTo(new Settlement(5, 0, 2, 0));
    assertThat(stored.all(row -> row.getString(1) + ": " + row.getString(2),
        "select q.reason, q.user_agent from quarantined_visits q where q.link = ?", link.id().value()))
        .containsExactlyInAnyOrder("unstorable: nul \uFFFD inside", "unstorable: half a pair \uFFFD");
  }

  @Test
  void aVisitThatTheStoreRefusesIsNoOutage(Seeded some) {
    Link link = standing(some);
    stored.change("create or replace function refuse() returns trigger language plpgsql as $$ begin "
        + "raise exception 'too odd' using errcode = '22P05'; end $$");
    stored.change("create trigger refuse before insert on visits for each row when (new.user_agent = '" + REFUSED
        + "') execute function refuse()");
    ClassifiedVisit refused = by(REFUSED, link, some);
    List<ClassifiedVisit> batch = new ArrayList<>(some.visits(link, 5));
    batch.add(refused);
    assertThatThrownBy(() -> visits.settle(batch)).isInstanceOf(UnstorableVisit.class);
    assertThat(visits.settled(batch.getFirst().visit().id().epoch())).isEmpty();
    assertThat(visits.quarantine(refused, "unstorable")).isEqualTo(new Settlement(0, 0, 1, 0));
    assertThat(visits.settle(batch)).isEqualTo(new Settlement(5, 1, 0, 0));
    assertThat(visits.settled(refused.visit().id().epoch())).containsExactly(new SequenceRange(0, 1));
  }

  private static Link standing(Seeded some) {
    Link link = some.link();
    StoreLinks.of(POSTGRES.store()).insert(List.of(link));
    return link;
  }

  private static ClassifiedVisit by(String userAgent, Link link, Seeded some) {
    VisitFacts facts = new VisitFacts(link.id(), link.key(), some.instant(), Network.UNKNOWN, 1, userAgent, "", false);
    return new ClassifiedVisit(new Visit(new VisitId(some.epoch(), 0), facts), Traits.UNKNOWN);
  }
}
