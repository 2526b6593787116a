package dev.hexlink.contracts;

import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.VisitQueueUnavailable;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right adapter passes, every broken one is rejected, and here stands by which cases. */
class VisitQueueContractTest {
  @Nested
  class Heap implements VisitQueueContract {
    @Override
    public VisitQueue newVisitQueue() {
      return new HeapVisitQueue();
    }

    @Override
    public Optional<VisitQueue> unreachableVisitQueue() {
      return Optional.of(new Down());
    }
  }

  @BeforeEach
  void rejectSoon() {
    Trial.hasLittlePatience();
  }

  @AfterEach
  void bePatientAgain() {
    Awaitility.reset();
  }

  @Test
  void droppingABatchThatFailedIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      void failed(List<Visit> batch) {}
    }, "aBatchItsWorkerThrewOnIsDeliveredAgain");
  }

  @Test
  void givingUpAfterTwoTriesIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      private int failures;

      @Override
      void failed(List<Visit> batch) {
        if (failures++ < 2) {
          super.failed(batch);
        }
      }
    }, "aBatchItsWorkerThrewOnIsDeliveredAgain");
  }

  @Test
  void confirmingWithoutDeliveringIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public void deliverTo(Consumer<List<Visit>> worker) {}
    }, "confirmedVisitsArriveEventually", "publishedVisitsArriveAsTheyAre");
  }

  @Test
  void losingTheLastVisitOfABatchIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public Set<VisitId> publish(List<Visit> batch) {
        super.publish(batch.subList(0, batch.size() - 1));
        return batch.stream().map(Visit::id).collect(Collectors.toSet());
      }
    }, "confirmedVisitsArriveEventually", "batchesOfRacingPublishersAllArrive");
  }

  @Test
  void confirmingWhatWasNotPublishedIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public Set<VisitId> publish(List<Visit> batch) {
        super.publish(batch);
        return batch.stream().map(visit -> new VisitId(visit.id().epoch(), visit.id().sequence() + 1))
            .collect(Collectors.toSet());
      }
    }, "onlyPublishedVisitsAreConfirmed");
  }

  @Test
  void alteringAVisitOnItsWayIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public Set<VisitId> publish(List<Visit> batch) {
        return super.publish(batch.stream().map(this::stripped).toList());
      }

      private Visit stripped(Visit visit) {
        VisitFacts facts = visit.facts();
        return new Visit(visit.id(), new VisitFacts(facts.link(), facts.key(), facts.at(), facts.network(),
            facts.visitor(), facts.userAgent().strip().replaceAll("[^ -~]", "?"), facts.referrer(), facts.prefetch()));
      }
    }, "publishedVisitsArriveAsTheyAre");
  }

  @Test
  void closingOverAWorkersHeadIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public void close() {
        stop();
      }
    }, "closingWaitsForTheDeliveryUnderWay");
  }

  @Test
  void confirmingAfterTheCloseIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public Set<VisitId> publish(List<Visit> batch) {
        return batch.stream().map(Visit::id).collect(Collectors.toSet());
      }
    }, "aClosedQueueConfirmsNothing");
  }

  @Test
  void oneBadBatchThatStopsTheQueueIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      void failed(List<Visit> batch) {
        throw new IllegalStateException("the deliverer ends with the batch");
      }
    }, "aBatchThatFailsDoesNotKeepOthersFromArriving");
  }

  @Test
  void confirmingOnAnOutageIsRejected() {
    Subject.reset(HeapVisitQueue::new, new HeapVisitQueue());
    Trial.rejects(Subject.class, "anOutageIsSaid");
  }

  private static void rejected(Supplier<VisitQueue> broken, String... cases) {
    Subject.reset(broken, null);
    Trial.rejects(Subject.class, Throwable.class, cases);
  }

  @Test
  void neverCountingALetterAsDoneIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      private long published;

      @Override
      public Set<VisitId> publish(List<Visit> batch) {
        published++;
        return super.publish(batch);
      }

      @Override
      public Depth depth() {
        return new Depth(published, 0);
      }
    }, "nothingWaitsWhenWorkersAreDone");
  }

  @Test
  void claimingToRedriveWhatIsAliveIsRejected() {
    rejected(() -> new HeapVisitQueue() {
      @Override
      public long redrive() {
        return 1;
      }
    }, "lettersThatCanBeReadAreNotRedriven");
  }

  /** A queue whose broker is down. */
  private static final class Down extends HeapVisitQueue {
    @Override
    public Set<VisitId> publish(List<Visit> batch) {
      throw new VisitQueueUnavailable("down");
    }

    @Override
    public Depth depth() {
      throw new VisitQueueUnavailable("down");
    }

    @Override
    public long redrive() {
      throw new VisitQueueUnavailable("down");
    }
  }

  static class Subject implements VisitQueueContract {
    private static Supplier<VisitQueue> queues = HeapVisitQueue::new;
    private static @Nullable VisitQueue unreachable;

    static void reset(Supplier<VisitQueue> broken, @Nullable VisitQueue outage) {
      queues = broken;
      unreachable = outage;
    }

    @Override
    public VisitQueue newVisitQueue() {
      return queues.get();
    }

    @Override
    public Optional<VisitQueue> unreachableVisitQueue() {
      return Optional.ofNullable(unreachable);
    }
  }
}
