package dev.hexlink.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** A fleet, a client of it, and the client's books. */
final class Stage implements AutoCloseable {
  private static final Duration LATE_ANSWERS = Duration.ofSeconds(15);

  private final Fleet fleet;
  private final Client client;
  private final Ledger ledger = new Ledger();
  private final Diary diary = new Diary();
  private final Errands errands;

  private Stage(Fleet fleet, String name) {
    this.fleet = fleet;
    this.client = new Client(fleet.fronts());
    this.errands = new Errands(client, ledger, diary, name);
  }

  /**
   * @param folder where instances keep their data meanwhile
   * @param seed tells this run's links from others
   */
  static Stage set(Path folder, long seed) throws IOException {
    return new Stage(Fleet.start(folder), "run" + Math.floorMod(seed, 1_000_000_007L));
  }

  Fleet fleet() {
    return fleet;
  }

  Client client() {
    return client;
  }

  Ledger ledger() {
    return ledger;
  }

  Diary diary() {
    return diary;
  }

  Errands errands() {
    return errands;
  }

  /** Makes links that are followed over and over, and has every front remember them. */
  void prepare(int links) throws InterruptedException {
    for (int n = 0; n < links; n++) {
      LinkAccount account = errands.makeIdempotent()
          .orElseThrow(() -> new IllegalStateException("no link could be made"));
      ledger.follow(account);
      for (int i = 0; i < 2 * fleet.fronts().size(); i++) {
        errands.follow(Errand.UNCACHED, account);
      }
    }
  }

  /** Load that only follows the prepared links. */
  OpenLoop redirects(int perSecond, Random random) {
    return new OpenLoop(perSecond, random, mine -> errands.follow(Errand.CACHED, ledger.oneCached(mine)));
  }

  /** Waits until attempts that nobody waits for any more have come to an end, as their answers count in the books. */
  void awaitLateAnswers() throws InterruptedException {
    long giveUpAt = System.nanoTime() + LATE_ANSWERS.toNanos();
    while (client.underWay() > 0 && System.nanoTime() < giveUpAt) {
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    fleet.close();
  }
}
