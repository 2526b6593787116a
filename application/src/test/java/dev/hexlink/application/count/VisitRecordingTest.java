package dev.hexlink.application.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.hexlink.application.fakes.HeapLive;
import dev.hexlink.application.fakes.HeapVisits;
import dev.hexlink.application.fakes.MutableClock;
import dev.hexlink.application.fakes.Samples;
import dev.hexlink.application.spi.UnstorableVisit;
import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.VisitsUnavailable;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VisitRecordingTest {
  private static final Epoch EPOCH = new Epoch(1, 1);
  private static final Traits BOT = new Traits("curl", "Other", Traits.Device.BOT, true);

  private final Link link = Samples.link("link");
  private final HeapVisits visits = new HeapVisits();
  private final HeapLive live = new HeapLive();
  private final VisitRecording recording = new VisitRecording(visits,
      agent -> agent.startsWith("curl") ? BOT : Traits.UNKNOWN, live);

  @Test
  void storesVisitsWithWhatTheirUserAgentsTell() {
    Visit bot = new Visit(new VisitId(EPOCH, 0), Samples.facts(link, MutableClock.START, "curl/8"));
    recording.record(List.of(bot, visit(1)));

    assertThat(visits.stored().values()).extracting(stored -> stored.traits().bot()).containsOnlyOnce(true);
    assertThat(recording.stored()).isEqualTo(2);
  }

  @Test
  void takesStoredVisitsOutOfTheLiveCount() {
    answer(3);
    recording.record(batch(0, 2));

    assertThat(live.count(link.key())).isEqualTo(1);
  }

  @Test
  void takesNothingOutForARepetition() {
    recording.record(batch(0, 2));
    answer(3);
    recording.record(batch(0, 2));

    assertThat(live.count(link.key())).isEqualTo(3);
    assertThat(recording.repeated()).isEqualTo(2);
  }

  @Test
  void leavesNothingInTheLiveCountForGoodWhenABatchRepeatsInPart() {
    answer(10);
    recording.record(batch(0, 1));
    recording.record(batch(0, 10));

    assertThat(live.count(link.key())).isZero();
  }

  @Test
  void countsWhatWasQuarantined() {
    Visits strict = mock();
    when(strict.settle(any())).thenReturn(new Visits.Settlement(1, 0, 2, 1));
    VisitRecording over = new VisitRecording(strict, _ -> Traits.UNKNOWN, live);
    over.record(batch(0, 4));

    assertThat(over.stored()).isEqualTo(1);
    assertThat(over.quarantined()).isEqualTo(2);
  }

  @Test
  void saysWhenTheStoreIsDownAndCountsNothing() {
    answer(2);
    visits.outage.begin();

    assertThatThrownBy(() -> recording.record(batch(0, 2))).isInstanceOf(VisitsUnavailable.class);
    assertThat(recording.stored()).isZero();
    assertThat(live.count(link.key())).isEqualTo(2);
  }

  @Test
  void countsAVisitWhoseUserAgentCannotBeRead() {
    UserAgents broken = agent -> {
      if (agent.isEmpty()) {
        throw new IllegalStateException("a bug");
      }
      throw new StackOverflowError("a deep pattern");
    };
    VisitRecording over = new VisitRecording(visits, broken, live);
    over.record(List.of(visit(0), new Visit(new VisitId(EPOCH, 1), Samples.facts(link, MutableClock.START, ""))));

    assertThat(visits.stored().values()).hasSize(2)
        .allSatisfy(stored -> assertThat(stored.traits()).isEqualTo(Traits.UNKNOWN));
  }

  @Test
  void putsAsideTheOneVisitThatTheStoreCannotHold() {
    visits.unstorable = agent -> agent.equals("bad");
    answer(100);
    recording.record(withBad(batch(0, 100), 37));

    assertThat(visits.quarantined()).containsOnly(Map.entry(new VisitId(EPOCH, 37), "unstorable"));
    assertThat(visits.stored()).hasSize(99).doesNotContainKey(new VisitId(EPOCH, 37));
    assertThat(visits.settled(EPOCH)).containsExactly(new SequenceRange(0, 100));
    assertThat(recording.stored()).isEqualTo(99);
    assertThat(recording.quarantined()).isEqualTo(1);
    assertThat(live.count(link.key())).isZero();
    assertThat(visits.batches).as("one of each pair of halves is settled at once").isLessThanOrEqualTo(15);
  }

  @Test
  void putsAsideEveryVisitThatTheStoreCannotHold() {
    visits.unstorable = agent -> agent.equals("bad");
    recording.record(withBad(batch(0, 9), 0, 1, 5, 8));

    assertThat(visits.quarantined()).hasSize(4);
    assertThat(visits.stored()).hasSize(5);
    recording.record(withBad(batch(0, 9), 0, 1, 5, 8));
    assertThat(recording.stored()).isEqualTo(5);
    assertThat(recording.quarantined()).isEqualTo(4);
    assertThat(recording.repeated()).isEqualTo(9);
  }

  @Test
  void asksTheStoreOnceWhenItCanHoldEveryVisit() {
    recording.record(batch(0, 100));

    assertThat(visits.batches).isEqualTo(1);
  }

  @Test
  void leavesTheRestOfABatchToTheNextDeliveryWhenTheStoreGoesDownMeanwhile() {
    Visits failing = mock();
    when(failing.settle(anyList())).thenThrow(new UnstorableVisit("no such characters", new Exception("text")))
        .thenReturn(new Visits.Settlement(1, 0, 0, 0))
        .thenThrow(new VisitsUnavailable("down", new Exception("outage")));
    VisitRecording over = new VisitRecording(failing, _ -> Traits.UNKNOWN, live);

    assertThatThrownBy(() -> over.record(batch(0, 2))).isInstanceOf(VisitsUnavailable.class);
    assertThat(over.stored()).isEqualTo(1);
    verify(failing, never()).quarantine(any(), any());
  }

  private List<Visit> withBad(List<Visit> batch, int... bad) {
    List<Visit> mixed = new ArrayList<>(batch);
    for (int i : bad) {
      mixed.set(i, new Visit(batch.get(i).id(), Samples.facts(link, MutableClock.START, "bad")));
    }
    return mixed;
  }

  private void answer(int visitCount) {
    LongStream.range(0, visitCount).forEach(_ -> live.increment(link.key()));
  }

  private List<Visit> batch(long from, long to) {
    return LongStream.range(from, to).mapToObj(this::visit).toList();
  }

  private Visit visit(long sequence) {
    return Samples.visit(EPOCH, sequence, link);
  }
}
