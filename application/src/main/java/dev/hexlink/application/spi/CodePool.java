package dev.hexlink.application.spi;

import dev.hexlink.domain.code.ShortCode;
import java.util.Collection;
import java.util.List;

/** Holds codes made ahead. A code that was put in once is handed out at most once; codes may be lost. */
public interface CodePool {
  /**
   * Takes out up to {@code most} codes; fewer when the pool holds fewer.
   *
   * @throws CodePoolUnavailable if it did not answer; codes may be lost by it
   */
  List<PooledCode> take(int most);

  /**
   * @throws CodePoolUnavailable if it did not answer; the codes must then be forgotten
   */
  void put(Collection<PooledCode> codes);

  /**
   * How many codes wait.
   *
   * @throws CodePoolUnavailable if it did not answer
   */
  long fill();

  /** A code and the counter value it was made from. */
  record PooledCode(ShortCode code, long value) {}
}
