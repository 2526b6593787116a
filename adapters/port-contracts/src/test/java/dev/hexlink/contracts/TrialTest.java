package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The judge is judged: it must not take a pass, a case that is not there or a skipped one for a rejection. */
class TrialTest {
  @Test
  void aRightAdapterIsNotRejected() {
    assertThatThrownBy(() -> Trial.rejects(HeapLinksTest.class, "caseMatters")).isInstanceOf(AssertionError.class)
        .hasMessageContaining("verdict of caseMatters");
  }

  @Test
  void aCaseThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Trial.rejects(HeapLinksTest.class, "caseDoesNotMatter")).isInstanceOf(AssertionError.class)
        .hasMessageContaining("no such case");
  }

  @Test
  void aSkippedCaseIsNoRejection() {
    LinksContractTest.LinksSubject.reset(new HeapLinks(), null);
    assertThatThrownBy(
        () -> Trial.rejects(LinksContractTest.LinksSubject.class, "anOutageIsSaidAndNeverReadAsAbsence"))
        .isInstanceOf(AssertionError.class).hasMessageContaining("verdict of");
  }
}
