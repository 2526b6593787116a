package dev.hexlink.soak;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongBiFunction;

/** The client's books against the store's tables. */
record Audit(Ledger ledger, Stored stored) {
  private static final StoredLink NOTHING = new StoredLink("", "", 0, 0, 0);

  /**
   * Reads the store of a stage.
   *
   * @throws IOException if it does not answer
   */
  static Audit of(Stage stage) throws IOException {
    try {
      return new Audit(stage.ledger(), Stored.in(stage.fleet()));
    } catch (SQLException e) {
      throw new IOException("the store could not be read", e);
    }
  }

  long attempted() {
    return accounts().stream().mapToLong(LinkAccount::attempted).sum();
  }

  long acknowledged() {
    return accounts().stream().mapToLong(LinkAccount::acknowledged).sum();
  }

  /** Visits that were answered and are not stored. */
  long lost() {
    return sum((account, link) -> Math.max(0, account.acknowledged() - link.counted()));
  }

  /** Visits that are stored more often than the link was asked for. */
  long duplicated() {
    return sum((account, link) -> Math.max(0, link.counted() - account.attempted()));
  }

  /** Visits that are stored though nobody got the answer. */
  long recovered() {
    return sum((account, link) -> Math.max(0, Math.min(link.counted(), account.attempted()) - account.acknowledged()));
  }

  /** Visits beyond what a link allows. */
  long overspent() {
    return sum((account, link) -> {
      Long most = account.maxVisits();
      return most == null ? 0 : Math.max(0, link.counted() - most);
    });
  }

  /** Links whose counter, rows and quarters of an hour do not say the same. */
  long unequalCounts() {
    return stored.links().values().stream()
        .filter(link -> link.counted() != link.rows() || link.counted() != link.rolledUp()).count();
  }

  /** Links that were acknowledged and are not there, or lead elsewhere. */
  long lostLinks() {
    Map<String, StoredLink> links = stored.links();
    return accounts().stream().filter(account -> Optional.ofNullable(links.get(account.code()))
        .filter(link -> account.mayEndAt(link.target())).isEmpty()).count();
  }

  /** Codes that were given to two links. */
  long sharedCodes() {
    return ledger.sharedCodes();
  }

  /** Creates that made two links, though they were to be made once. */
  long doubledLinks() {
    return ledger.doubledLinks() + stored.doubledTargets();
  }

  Collection<LinkAccount> accounts() {
    return ledger.accounts();
  }

  private long sum(ToLongBiFunction<LinkAccount, StoredLink> what) {
    return accounts().stream()
        .mapToLong(account -> what.applyAsLong(account, stored.links().getOrDefault(account.code(), NOTHING))).sum();
  }
}
