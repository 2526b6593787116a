package dev.hexlink.application.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.fakes.HeapInstallation;
import dev.hexlink.application.fakes.HeapJournal;
import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.fakes.Seeds;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.VisitFacts;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VisitRecorderTest {
  private static final Link LINK = Samples.link("link");
  private static final Instant NOW = MutableClock.START;

  private final HeapJournal journal = new HeapJournal();
  private final HeapLive live = new HeapLive();
  private final VisitorHash visitors = new VisitorHash(new HeapInstallation(), new MutableClock(), Seeds.fresh());
  private final VisitRecorder recorder = new VisitRecorder(journal, live, visitors);

  VisitRecorderTest() {
    visitors.refresh();
  }

  @Test
  void writesDownWhatIsKeptOfAVisit() {
    Visitor visitor = new Visitor(Samples.address("203.0.113.77"), "Firefox", "https://from.example/", true, true);
    recorder.recordNow(LINK.route(), visitor, NOW.plusNanos(1_234_567));

    VisitFacts facts = journal.all().getFirst().facts();
    assertThat(facts.link()).isEqualTo(LINK.id());
    assertThat(facts.key()).isEqualTo(LINK.key());
    assertThat(facts.at()).isEqualTo(NOW.plusMillis(1));
    assertThat(facts.network()).hasToString("203.0.113.0/24");
    assertThat(facts.userAgent()).isEqualTo("Firefox");
    assertThat(facts.referrer()).isEqualTo("https://from.example/");
    assertThat(facts.prefetch()).isTrue();
    assertThat(facts.visitor()).isNotZero();
  }

  @Test
  void tellsNobodyApartWhoAskedNotToBe() {
    recorder.recordNow(LINK.route(), new Visitor(Samples.address("2001:db8:1:2::3"), "", "", false, false), NOW);

    VisitFacts facts = journal.all().getFirst().facts();
    assertThat(facts.visitor()).isZero();
    assertThat(facts.network()).hasToString("2001:db8:1:0:0:0:0:0/48");
  }

  @Test
  void countsWhatItRecorded() {
    recorder.recordNow(LINK.route(), Samples.visitor(), NOW);
    recorder.recordNow(LINK.route(), Samples.visitor(), NOW);

    assertThat(recorder.recorded()).isEqualTo(2);
    assertThat(recorder.dropped()).isZero();
    assertThat(live.count(LINK.key())).isEqualTo(2);
  }

  @Test
  void countsWhatTheJournalRefusesAndGoesOn() {
    journal.outage.begin();
    CompletableFuture<Void> refused = recorder.record(LINK.route(), Samples.visitor(), NOW);

    assertThat(refused).isCompleted();
    assertThat(recorder.dropped()).isEqualTo(1);
    assertThat(live.count(LINK.key())).isZero();

    journal.outage.end();
    recorder.recordNow(LINK.route(), Samples.visitor(), NOW);
    assertThat(recorder.recorded()).isEqualTo(1);
  }

  @Test
  void failsNoRedirectWhenTheJournalThrows() {
    VisitJournal broken = mock();
    when(broken.append(any())).thenThrow(new IllegalStateException("a bug"));
    VisitRecorder over = new VisitRecorder(broken, live, visitors);

    over.recordNow(LINK.route(), Samples.visitor(), NOW);
    assertThat(over.dropped()).isEqualTo(1);
  }

  @Test
  void failsNoRedirectWhenTheLiveCounterThrows() {
    LiveCounters broken = mock();
    doThrow(new IllegalStateException("a bug")).when(broken).increment(any());
    VisitRecorder over = new VisitRecorder(journal, broken, visitors);

    assertThat(over.record(LINK.route(), Samples.visitor(), NOW)).isCompleted();
    assertThat(over.recorded()).isEqualTo(1);
    assertThat(over.dropped()).isZero();
  }

  @Test
  void waitsForTheDiskWhereTheJournalDoes() {
    HeapJournal waiting = new HeapJournal(true);
    VisitRecorder over = new VisitRecorder(waiting, live, visitors);
    waiting.disk.shut();
    CompletableFuture<Void> recorded = over.record(LINK.route(), Samples.visitor(), NOW);
    waiting.disk.awaitHeld(1);
    assertThat(recorded).isNotDone();
    waiting.disk.open();
    recorded.join();

    assertThat(over.recorded()).isEqualTo(1);
  }

  @Test
  void refusesToGoOnWithoutTheDiskWhereTheJournalWaits() {
    HeapJournal waiting = new HeapJournal(true);
    waiting.disk.shut();
    VisitRecorder over = new VisitRecorder(waiting, live, visitors);

    assertThatThrownBy(() -> over.recordNow(LINK.route(), Samples.visitor(), NOW))
        .isInstanceOf(IllegalStateException.class);
    waiting.disk.open();
  }
}
