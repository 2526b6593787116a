package dev.hexlink.soak;

import java.util.Optional;
import java.util.Random;

/**
 * What is asked of a fleet all the time: three redirects in four follow a few links over and over, the others any link; with every twenty redirects
 * a link is made, and now and then one is changed or read.
 */
final class Traffic {
  private static final int CACHED_PERCENT = 75;
  private static final int CREATES_PERCENT = 5;
  private static final int OTHERS_PERCENT = 1;
  private static final int ALL_PERCENT = 100 + CREATES_PERCENT + OTHERS_PERCENT;

  private final Ledger ledger;
  private final Errands errands;

  private Traffic(Stage stage) {
    this.ledger = stage.ledger();
    this.errands = stage.errands();
  }

  /**
   * @param redirects how many a second
   */
  static OpenLoop on(Stage stage, int redirects, Random random) {
    Traffic traffic = new Traffic(stage);
    return new OpenLoop(redirects * ALL_PERCENT / 100.0, random, traffic::runErrand);
  }

  private void runErrand(Random mine) throws InterruptedException {
    int drawn = mine.nextInt(ALL_PERCENT);
    if (drawn < CACHED_PERCENT) {
      errands.follow(Errand.CACHED, ledger.oneCached(mine));
    } else if (drawn < 100) {
      errands.follow(Errand.UNCACHED, anyLink(mine));
    } else if (drawn < 100 + CREATES_PERCENT) {
      make(mine).ifPresent(ledger::visit);
    } else if (mine.nextBoolean()) {
      errands.change(anyLink(mine));
    } else {
      errands.read(ledger.oneCached(mine));
    }
  }

  private LinkAccount anyLink(Random mine) {
    return ledger.oneOther(mine).orElseGet(() -> ledger.oneCached(mine));
  }

  private Optional<LinkAccount> make(Random mine) throws InterruptedException {
    return switch (mine.nextInt(5)) {
      case 0 -> errands.makePlain();
      case 1 -> errands.makeChosen();
      case 2 -> errands.makeBounded(mine);
      default -> errands.makeIdempotent();
    };
  }
}
