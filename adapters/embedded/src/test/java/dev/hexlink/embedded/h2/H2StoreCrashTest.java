package dev.hexlink.embedded.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.SequenceRange;
import dev.hexlink.domain.visit.VisitCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class H2StoreCrashTest {
  private static final Duration STARTING = Duration.ofMinutes(1);

  @TempDir
  Path folder;

  private Path output;

  @BeforeEach
  void whereTheOtherProcessWrites() {
    output = folder.resolve("output");
  }

  @Test
  void whatWasAcknowledgedSurvivesAKill() throws Exception {
    long seed = new Random().nextLong();
    int acknowledged = killAfter(new Random(seed).nextInt(30, 120), seed);
    try (H2Store store = H2Store.open(folder)) {
      H2Links links = new H2Links(store, new Domains(store));
      H2Visits visits = new H2Visits(store);
      H2VisitBudget budget = new H2VisitBudget(store);
      Samples samples = OtherProcess.samples(seed);
      Epoch epoch = samples.epoch();
      List<LinkId> ids = new ArrayList<>();
      for (int n = 0; n <= acknowledged; n++) {
        OtherProcess.Round round = OtherProcess.round(samples, epoch, n);
        for (Link link : round.links()) {
          assertThat(links.find(link.key())).as("seed %s, round %s of %s", seed, n, acknowledged).contains(link);
          ids.add(link.id());
        }
        assertThat(budget.take(round.links().getFirst().id(), 1, 1)).as("seed %s, budget of round %s", seed, n)
            .isZero();
        assertThat(visits.settle(round.visits()).repeated()).isEqualTo(round.visits().size());
      }
      assertThat(visits.settled(epoch)).hasSize(1)
          .allSatisfy(range -> assertThat(range.end()).isGreaterThanOrEqualTo(ids.size()));
      assertThat(visits.settled(epoch)).extracting(SequenceRange::start).containsExactly(0L);
      assertThat(visits.counts(ids)).hasSize(ids.size())
          .allSatisfy((_, counts) -> assertThat(counts).extracting(VisitCounts::total).isEqualTo(1L));
    }
  }

  @Test
  void aSecondProcessIsRefusedAndToldWhy() throws Exception {
    Process first = OtherProcess.start(folder, 1, output);
    try {
      await().atMost(STARTING).until(() -> OtherProcess.said(output).contains(OtherProcess.OPENED));
      assertThatThrownBy(() -> H2Store.open(folder)).isInstanceOf(StoreNotOpened.class)
          .hasMessageContaining("in use by another process").hasMessageContaining("hexlink.data")
          .hasMessageContaining(folder.getFileName().toString());
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  /** The last round the process acknowledged before it died. */
  private int killAfter(int rounds, long seed) throws IOException, InterruptedException {
    Process process = OtherProcess.start(folder, seed, output);
    try {
      await().atMost(STARTING).until(() -> OtherProcess.said(output).size() > rounds);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Integer.parseInt(OtherProcess.said(output).getLast());
  }
}
