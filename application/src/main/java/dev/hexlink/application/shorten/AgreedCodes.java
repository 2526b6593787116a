package dev.hexlink.application.shorten;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The allocator that instance and store agree on, when codes are first needed: an instance can start while the store is away. Until it is agreed on,
 * every call asks the store.
 */
public final class AgreedCodes implements CodeAllocator {
  private final Supplier<CodeAllocators> agreement;
  private volatile @Nullable CodeAllocators agreed;

  /**
   * @param agreement asks the store; see {@link CodeAllocators#of}
   */
  public AgreedCodes(Supplier<CodeAllocators> agreement) {
    this.agreement = agreement;
  }

  /**
   * What was agreed on.
   *
   * @throws dev.hexlink.application.api.StartRefused if key, alphabet or shortest length are not the store's
   * @throws dev.hexlink.application.spi.PortUnavailable if the store does not answer
   */
  public CodeAllocators agree() {
    CodeAllocators known = agreed;
    return known == null ? ask() : known;
  }

  @Override
  public AllocatedCode next() {
    return agree().allocator().next();
  }

  @Override
  public void collided(AllocatedCode code) {
    agree().allocator().collided(code);
  }

  /** How often the counter was found to have gone backwards, and was raised. */
  public long raised() {
    CodeAllocators known = agreed;
    return known == null ? 0 : known.counted().raised();
  }

  private synchronized CodeAllocators ask() {
    CodeAllocators known = agreed;
    if (known == null) {
      known = agreement.get();
      agreed = known;
    }
    return known;
  }
}
