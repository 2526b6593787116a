package dev.hexlink.application.run;

import dev.hexlink.application.admit.LoadShedding;
import dev.hexlink.application.api.Balance;
import dev.hexlink.application.api.Vital;
import dev.hexlink.application.api.Vitals;
import dev.hexlink.application.count.VisitForwarder;
import dev.hexlink.application.count.VisitRecording;
import dev.hexlink.application.follow.ChangeFeed;
import dev.hexlink.application.follow.HitRate;
import dev.hexlink.application.follow.LinkFollower;
import dev.hexlink.application.follow.LinkWarming;
import dev.hexlink.application.follow.Routes;
import dev.hexlink.application.follow.VisitRecorder;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.shorten.AgreedCodes;
import dev.hexlink.application.shorten.LinkShortener;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitQueue.Depth;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The figures of the running use cases, under the names they are published by. */
public final class RunningVitals implements Vitals {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final VisitForwarder forwarder;
  private final List<Vital> all;

  public RunningVitals(LinkShortener shortener, AgreedCodes codes, LinkFollower follower, Routes routes,
      VisitRecorder recorder,
      VisitRecording recording, VisitForwarder forwarder, ChangeFeed changes, VisitJournal journal,
      LinkWarming warming, HitRate hitRate, LoadShedding load, List<Degradation> degradations) {
    this.forwarder = forwarder;
    this.all = Stream.concat(Stream.of(
        counter("hexlink_links_made_total", "Links made.", shortener::made),
        counter("hexlink_code_collisions_total", "Generated codes that were taken.", shortener::collisions),
        counter("hexlink_counter_raised_total", "Times the code counter had gone backwards and was raised.",
            codes::raised),
        counter("hexlink_redirects_total", "Redirects answered.", follower::redirects),
        counter("hexlink_near_hits_total", "Redirect requests answered from memory at once.", follower::nearHits),
        counter("hexlink_near_misses_total", "Redirect requests that took the longer way.", follower::nearMisses),
        counter("hexlink_store_loads_total", "Links looked up in the store for redirects.", routes::loaded),
        counter("hexlink_store_load_failures_total", "Look-ups the store did not answer.", routes::failed),
        counter("hexlink_visits_recorded_total", "Visits written to the journal.", recorder::recorded),
        counter("hexlink_visits_dropped_total", "Visits answered but not recorded.", recorder::dropped),
        counter("hexlink_visits_stored_total", "Visits stored by this worker.", recording::stored),
        counter("hexlink_visits_repeated_total", "Deliveries of visits that were settled before.", recording::repeated),
        counter("hexlink_visits_quarantined_total", "Visits put aside with a reason.", recording::quarantined),
        counter("hexlink_store_hits_total", "Look-ups that found their link in the store.", routes::foundInStore),
        gauge("hexlink_hit_ratio", "Which part of the redirects was answered without the store, by the last sample.",
            hitRate::last),
        counter("hexlink_warming_rounds_total", "Rounds that remembered links before anyone asked.", warming::rounds),
        counter("hexlink_warmed_links_total", "Links that rounds of warming remembered.", warming::remembered),
        gauge("hexlink_requests_under_way", "Requests of the API under way.", load::underWay),
        counter("hexlink_requests_shed_total", "Requests turned away because too many were under way.",
            load::turnedAway),
        gauge("hexlink_lookups_under_way", "Look-ups for redirects under way.", routes::underWay),
        gauge("hexlink_visits_appended", "Visits in the journal, those included that were released.",
            () -> balance().appended()),
        gauge("hexlink_visits_settled", "Visits of the journal that the store has settled.",
            () -> balance().settled()),
        gauge("hexlink_queue_letters",
            "Letters that no worker is done with; not a number when the queue does not answer.",
            () -> depth(Depth::waiting)),
        gauge("hexlink_queue_dead_letters",
            "Letters put aside because they cannot be read; not a number when the queue does not answer.",
            () -> depth(Depth::deadLetters)),
        gauge("hexlink_visits_unsettled", "Visits in the journal that the store has not settled.",
            () -> balance().unsettled()),
        gauge("hexlink_journal_bytes", "What the journal occupies.", () -> journal.status().bytes()),
        counter("hexlink_journal_damaged_total", "Journal records found unreadable.", () -> journal.status().damaged()),
        gauge("hexlink_coherence_age_seconds", "How stale memory may be.",
            () -> changes.age().toMillis() / MILLIS_PER_SECOND)),
        degradations.stream().flatMap(RunningVitals::degraded))
        .toList();
  }

  @Override
  public List<Vital> all() {
    return all;
  }

  @Override
  public Balance balance() {
    return forwarder.balance();
  }

  private double depth(ToLongFunction<Depth> part) {
    return forwarder.depth().map(depth -> (double) part.applyAsLong(depth)).orElse(Double.NaN);
  }

  private static Stream<Vital> degraded(Degradation degradation) {
    String name = "hexlink_degraded_" + degradation.name();
    return Stream.of(gauge(name, degradation.description() + ": 1 when it is so.", () -> degradation.isNow() ? 1 : 0),
        counter(name + "_total", degradation.description() + ": how often it began.", degradation::times));
  }

  private static Vital counter(String name, String description, DoubleSupplier value) {
    return new Vital(name, description, true, value);
  }

  private static Vital gauge(String name, String description, DoubleSupplier value) {
    return new Vital(name, description, false, value);
  }
}
