package dev.hexlink.application.shorten;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.fakes.HeapCounter;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import org.junit.jupiter.api.Test;

class CodeLeasingTest {
  private final CodeLeasing leasing = new CodeLeasing(new HeapCounter(), () -> new Stack("main", 0));

  @Test
  void leasesBlocksThatDoNotMeet() {
    assertThat(leasing.lease("main", 10)).contains(new CodeBlock(0, 10));
    assertThat(leasing.lease("main", 5)).contains(new CodeBlock(10, 15));
  }

  @Test
  void knowsItsOwnStackAlone() {
    assertThat(leasing.lease("other", 10)).isEmpty();
  }
}
