package dev.hexlink.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTest {
  private final Ledger ledger = new Ledger();

  @Test
  void findsNothingWhereBooksAndStoreAgree() {
    followed("a", 5, 4);

    Audit audit = audit(new StoredLink("a", "target-a", 5, 5, 5));

    assertThat(audit.attempted()).isEqualTo(5);
    assertThat(audit.acknowledged()).isEqualTo(4);
    assertThat(audit.recovered()).isEqualTo(1);
    assertThat(audit.lost()).isZero();
    assertThat(audit.duplicated()).isZero();
    assertThat(audit.unequalCounts()).isZero();
    assertThat(audit.lostLinks()).isZero();
    assertThat(audit.overspent()).isZero();
  }

  @Test
  void setsNoLinksLossOffAgainstAnothersGain() {
    followed("a", 5, 5);
    followed("b", 5, 5);

    Audit audit = audit(new StoredLink("a", "target-a", 3, 3, 3), new StoredLink("b", "target-b", 7, 7, 7));

    assertThat(audit.lost()).isEqualTo(2);
    assertThat(audit.duplicated()).isEqualTo(2);
  }

  @Test
  void findsACounterThatDiffersFromItsRows() {
    followed("a", 5, 5);

    assertThat(audit(new StoredLink("a", "target-a", 5, 4, 5)).unequalCounts()).isEqualTo(1);
    assertThat(audit(new StoredLink("a", "target-a", 5, 5, 6)).unequalCounts()).isEqualTo(1);
  }

  @Test
  void findsLinksThatAreGoneOrLeadElsewhere() {
    followed("gone", 0, 0);
    followed("changed", 0, 0);
    LinkAccount undecided = followed("undecided", 0, 0);
    undecided.mayLeadTo("later");

    Audit audit = audit(new StoredLink("changed", "elsewhere", 0, 0, 0), new StoredLink("undecided", "later", 0, 0, 0));

    assertThat(audit.lostLinks()).isEqualTo(2);
  }

  @Test
  void findsAChangeThatWasAcknowledgedAndUndone() {
    LinkAccount account = followed("a", 0, 0);
    account.mayLeadTo("later");
    account.leadsTo("later");

    assertThat(audit(new StoredLink("a", "target-a", 0, 0, 0)).lostLinks()).isEqualTo(1);
    assertThat(audit(new StoredLink("a", "later", 0, 0, 0)).lostLinks()).isZero();
  }

  @Test
  void findsCodesAndCreatesThatMetTwice() {
    ledger.made("target-a", "a", 3L);
    ledger.made("target-a", "a", 3L);
    ledger.made("target-a", "b", null);
    ledger.made("target-c", "a", null);

    Audit audit = audit(new StoredLink("a", "target-a", 5, 5, 5), new StoredLink("b", "target-a", 0, 0, 0));

    assertThat(audit.doubledLinks()).isEqualTo(1);
    assertThat(audit.sharedCodes()).isEqualTo(1);
    assertThat(audit.overspent()).isEqualTo(2);
  }

  private LinkAccount followed(String code, int attempted, int acknowledged) {
    LinkAccount account = ledger.made("target-" + code, code, null);
    for (int n = 0; n < attempted; n++) {
      account.attempt();
    }
    for (int n = 0; n < acknowledged; n++) {
      account.acknowledge();
    }
    return account;
  }

  private Audit audit(StoredLink... links) {
    Map<String, StoredLink> byCode = new HashMap<>();
    for (StoredLink link : links) {
      byCode.put(link.code(), link);
    }
    return new Audit(ledger, new Stored(byCode, 0, 0));
  }
}
