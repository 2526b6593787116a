package dev.hexlink.journal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;

/**
 * How visits are journaled, in the folder journal of hexlink.data.
 *
 * @param enabled whether visits survive a crash; otherwise they are kept in memory until they are stored
 * @param sync group (visits are brought to the disk together; a power failure loses the last few) or wait (the disk has a visit before its answer)
 * @param syncInterval how long visits gather before they are brought to the disk together
 * @param segmentSize how large a file grows before the next is begun
 * @param mostBytes how much disk all files may occupy; when nothing stored can make room, further visits are refused and counted
 * @param retention how long stored visits are kept, so that a store put back from a backup gets them again
 */
@ConfigurationProperties("hexlink.journal")
public record JournalConfiguration(@Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "group") Sync sync, @Bindable(defaultValue = "5ms") Duration syncInterval,
    @Bindable(defaultValue = "64MB") @ReadableBytes long segmentSize,
    @Bindable(defaultValue = "10GB") @ReadableBytes long mostBytes,
    @Bindable(defaultValue = "24h") Duration retention) {
  private static final long SMALLEST_SEGMENT = 1L << 16;

  /** When visits are brought to the disk. */
  public enum Sync {
    GROUP, WAIT
  }

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public JournalConfiguration {
    check(!syncInterval.isNegative() && syncInterval.compareTo(Duration.ofMinutes(1)) <= 0,
        "sync-interval is from 0 to 1 minute, not " + syncInterval);
    check(segmentSize >= SMALLEST_SEGMENT && segmentSize <= Integer.MAX_VALUE,
        "segment-size is from 64 KiB to 2 GiB, not " + segmentSize);
    check(mostBytes / 2 >= segmentSize, "most-bytes is at least twice the segment-size, not " + mostBytes);
    check(!retention.isNegative(), "retention is not negative, unlike " + retention);
  }

  boolean isWaiting() {
    return sync == Sync.WAIT;
  }

  private static void check(boolean right, String rule) {
    if (!right) {
      throw new IllegalArgumentException("hexlink.journal." + rule);
    }
  }
}
