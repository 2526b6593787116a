package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import dev.hexlink.benchmarks.Impossible;
import dev.hexlink.benchmarks.Samples;
import dev.hexlink.benchmarks.Unit;
import dev.hexlink.bootstrap.endtoend.Api;
import dev.hexlink.bootstrap.endtoend.WireClient;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A link that both instances remember is changed or deleted on one; the other must answer by that soon, and never by what was before again. */
final class Coherence implements Proof {
  private static final int ROUNDS = 20;
  private static final double MARK = 1;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long WATCHED = TimeUnit.SECONDS.toNanos(2);
  private static final String LINKS = "/api/v1/links";

  private final ProofOptions options;

  Coherence(ProofOptions options) {
    this.options = options;
  }

  @Override
  public void run(Path folder, Findings findings) throws IOException, InterruptedException {
    Marks marks = new Marks(options, findings);
    try (Fleet fleet = Fleet.start(folder);
        WireClient here = fleet.fronts().getFirst().wire();
        WireClient there = fleet.fronts().getLast().wire()) {
      Pair pair = new Pair(here, there);
      show(marks, "with Redis", pair);
      fleet.redis().kill();
      show(marks, "Redis stopped", pair);
    }
  }

  private static void show(Marks marks, String how, Pair pair) throws IOException, InterruptedException {
    Samples changes = new Samples();
    Samples deletions = new Samples();
    for (int round = 0; round < ROUNDS; round++) {
      String code = pair.make("https://example.com/" + how.replace(' ', '-') + "/" + round);
      changes.add(pair.change(code, "https://example.com/changed/" + round));
      deletions.add(pair.delete(code));
    }
    marks.figure("A change is effective on the other instance, " + how, Unit.SECONDS, changes);
    marks.figure("A deletion is effective on the other instance, " + how, Unit.SECONDS, deletions);
    marks.inTime("Within a second, " + how, Math.max(changes.most(), deletions.most()), MARK, Unit.SECONDS);
    marks.check("What was deleted or changed never reappears, " + how, pair.reappeared == 0,
        pair.reappeared + " answers by what was before");
  }

  /** Connections to two instances: what is done on the one is looked for on the other. */
  private static final class Pair {
    private final WireClient here;
    private final WireClient there;
    private int reappeared;

    Pair(WireClient here, WireClient there) {
      this.here = here;
      this.there = there;
    }

    /** Makes a link, and lets both instances remember it. */
    String make(String target) throws IOException {
      String code = Api.json(here.post(LINKS, Api.link(target))).get("shortCode").asText();
      for (int i = 0; i < 3; i++) {
        here.get("/" + code);
        there.get("/" + code);
      }
      return code;
    }

    /** Leads it elsewhere, and answers after how many seconds the other instance does. */
    double change(String code, String target) throws IOException, InterruptedException {
      return effective("PATCH", code, Api.link(target), answer -> answer.header("location").equals(target));
    }

    /** Deletes it, and answers after how many seconds the other instance knows. */
    double delete(String code) throws IOException, InterruptedException {
      return effective("DELETE", code, "", answer -> answer.status() == 410);
    }

    private double effective(String method, String code, String body, Predicate<Answer> after)
        throws IOException, InterruptedException {
      Map<String, String> headers = body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/merge-patch+json");
      Answer done = here.exchange(method, LINKS + "/" + code, headers, body);
      if (done.status() / 100 != 2) {
        throw new Impossible(method + " was answered " + done);
      }
      long acknowledged = System.nanoTime();
      while (!after.test(there.get("/" + code))) {
        if (System.nanoTime() - acknowledged > PATIENCE) {
          throw new Impossible(method + " is not effective on the other instance after 30 s");
        }
        Thread.sleep(2);
      }
      double seconds = (System.nanoTime() - acknowledged) / 1e9;
      watch(code, after);
      return seconds;
    }

    private void watch(String code, Predicate<Answer> after) throws IOException, InterruptedException {
      for (long begun = System.nanoTime(); System.nanoTime() - begun < WATCHED / ROUNDS;) {
        reappeared += (after.test(here.get("/" + code)) ? 0 : 1) + (after.test(there.get("/" + code)) ? 0 : 1);
        Thread.sleep(2);
      }
    }
  }
}
