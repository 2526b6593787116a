package dev.hexlink.soak;

import dev.hexlink.application.Ports;
import dev.hexlink.application.api.Following;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.ShortenRequest.IdempotencyKey;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.spi.LinkPage;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.VisitCounts;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The soak in small: one Hexlink in this process that is used in bad weather, crashes and comes back several times, out of a seed; then the books are
 * compared. It takes seconds, so it can be made with one flaw after the other.
 */
final class SmallSoak {
  private static final int LIVES = 3;
  private static final int LINKS_A_LIFE = 20;
  private static final int FOLLOWS_A_LIFE = 200;
  private static final int LAST_FOLLOWS = 100;
  private static final int BOUNDED_EVERY = 5;
  private static final long BUDGET = 6;
  private static final int STORM_PERCENT = 8;
  private static final int ATTEMPTS = 8;
  private static final Duration STORM_PATIENCE = Duration.ofSeconds(5);
  private static final Duration REST_PATIENCE = Duration.ofSeconds(20);
  private static final Visitor VISITOR = new Visitor(InetAddress.getLoopbackAddress(), "an agent ".repeat(60), "",
      false, true);

  private final Path folder;
  private final Flaw flaw;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private int made;

  SmallSoak(Path folder, Flaw flaw, long seed) {
    this.folder = folder;
    this.flaw = flaw;
    this.random = new Random(seed);
  }

  /** What the soak noticed; empty when all was as it should be. */
  List<String> run() throws InterruptedException {
    for (int life = 0; life < LIVES; life++) {
      live();
    }
    try (Life life = Life.begin(folder, flaw, new Weather(random))) {
      boolean rests = rests(life, REST_PATIENCE);
      return noticed(new Audit(ledger, stored(life.ports())), rests);
    }
  }

  /** Most visits get to the store in spite of the weather, the last ones do not before the crash. */
  private void live() throws InterruptedException {
    Life life = Life.begin(folder, flaw, new Weather(random));
    life.weather().storm(STORM_PERCENT);
    for (int n = 0; n < LINKS_A_LIFE; n++) {
      make(life, n % BOUNDED_EVERY == 0 ? BUDGET : null);
    }
    follow(life, FOLLOWS_A_LIFE);
    var _ = rests(life, STORM_PATIENCE);
    life.weather().takeAway(VisitQueue.class);
    follow(life, LAST_FOLLOWS);
    life.crash();
  }

  private void follow(Life life, int times) {
    for (int n = 0; n < times; n++) {
      follow(life, ledger.oneCached(random));
    }
  }

  /** Makes a link, and asks again, as the same, until that is acknowledged. */
  private void make(Life life, @Nullable Long maxVisits) {
    String target = "https://example.com/" + ++made;
    IdempotencyKey key = new IdempotencyKey("address:127.0.0.1", "key-" + made, "fingerprint-" + made);
    ShortenRequest request = new ShortenRequest(target, null, Host.DEFAULT, null, List.of(), null, Window.ALWAYS,
        maxVisits,
        RedirectStatus.TEMPORARY_REDIRECT, false, key);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        if (life.hexlink().shortenLinks().shorten(request).join() instanceof Shortening.Created(Link link)) {
          ledger.follow(ledger.made(target, link.key().code().value(), maxVisits));
          return;
        }
      } catch (CompletionException e) {
        unlessOutage(e);
      }
    }
  }

  private void follow(Life life, LinkAccount account) {
    LinkKey key = LinkKey.of(new ShortCode(account.code()));
    account.attempt();
    boolean acknowledged = false;
    try {
      Following following = life.hexlink().followLinks().follow(key, VISITOR).join();
      acknowledged = following instanceof Following.To;
      if (!isRight(account, following)) {
        ledger.misled();
      }
    } catch (CompletionException e) {
      unlessOutage(e);
    }
    if (acknowledged) {
      account.acknowledge();
    } else {
      account.refuse();
    }
  }

  private static boolean isRight(LinkAccount account, Following following) {
    return switch (following) {
      case Following.To(var route) -> account.canLeadTo(route.target().value());
      case Following.Gone(var why) -> why == Following.Why.USED_UP && account.maxVisits() != null;
      case Following.Unknown() -> false;
    };
  }

  private static void unlessOutage(CompletionException e) {
    if (!(e.getCause() instanceof PortUnavailable)) {
      throw e;
    }
  }

  private static boolean rests(Life life, Duration patience) throws InterruptedException {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    while (life.hexlink().vitals().balance().unsettled() > 0 && System.nanoTime() < giveUpAt) {
      Thread.sleep(50);
    }
    return life.hexlink().vitals().balance().unsettled() == 0;
  }

  private static Stored stored(Ports ports) {
    Map<String, StoredLink> stored = new HashMap<>();
    Map<String, Integer> targets = new HashMap<>();
    LinkPage page = ports.links().list(new LinkQuery(LinkQuery.LARGEST_LIMIT, null, List.of(), List.of(), null));
    for (Link link : page.links()) {
      stored.put(link.key().code().value(), stored(ports.visits(), link));
      targets.merge(link.target().value(), 1, Integer::sum);
    }
    return new Stored(stored, 0, targets.values().stream().filter(links -> links > 1).count());
  }

  private static StoredLink stored(Visits visits, Link link) {
    Instant from = Instant.EPOCH;
    Instant to = Instant.now().plus(Duration.ofDays(1));
    long counted = visits.counts(List.of(link.id())).getOrDefault(link.id(), VisitCounts.NONE).total();
    long rows = visits.list(new VisitQuery(link.id(), from, to, false, VisitQuery.LARGEST_LIMIT, null)).visits().size();
    long rolledUp = visits.rollups(link.id(), from, to).stream().mapToLong(rollup -> rollup.counts().total()).sum();
    return new StoredLink(link.key().code().value(), link.target().value(), counted, rows, rolledUp);
  }

  private static List<String> noticed(Audit audit, boolean rests) {
    return List.of(
        new Notice(audit.lost(), "visits lost"), new Notice(audit.duplicated(), "visits duplicated"),
        new Notice(audit.unequalCounts(), "links whose counter, rows and quarters differ"),
        new Notice(audit.overspent(), "visits beyond a budget"), new Notice(audit.lostLinks(), "links lost"),
        new Notice(audit.doubledLinks(), "creates that made two links"),
        new Notice(audit.sharedCodes(), "codes on two links"),
        new Notice(audit.ledger().misleadingAnswers(), "answers that were wrong for a link that stands"),
        new Notice(rests ? 0 : 1, "balance never at rest"))
        .stream().filter(notice -> notice.count() > 0).map(notice -> notice.count() + " " + notice.words()).toList();
  }

  private record Notice(long count, String words) {}
}
