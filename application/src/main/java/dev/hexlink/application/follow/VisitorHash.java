package dev.hexlink.application.follow;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.domain.code.SipHash;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Tells visitors apart within a UTC day without keeping who they are: SipHash-2-4 of address and user agent under the day's salt. Salts are fetched
 * ahead, so that a redirect never waits for one; without one, a visitor is not told apart.
 */
public final class VisitorHash {
  private final Installation installation;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<Long, VisitorSalt> salts = new ConcurrentHashMap<>();

  public VisitorHash(Installation installation, InstantSource clock, RandomGenerator random) {
    this.installation = installation;
    this.clock = clock;
    this.random = random;
  }

  /** Fetches the salts of today and tomorrow, and forgets those before yesterday. Blocks; does what it can on an outage. */
  public void refresh() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    salts.keySet().removeIf(day -> day < today.toEpochDay() - 1);
    fetch(today);
    fetch(today.plusDays(1));
  }

  /** The hash of a visitor, never 0; 0 when the day's salt is not known. Never blocks. */
  public long of(InetAddress address, String userAgent, Instant at) {
    VisitorSalt salt = salts.get(Math.floorDiv(at.getEpochSecond(), 86_400L));
    if (salt == null) {
      return 0;
    }
    byte[] bytes = new byte[16];
    byte[] raw = address.getAddress();
    System.arraycopy(raw, 0, bytes, 0, raw.length);
    ByteBuffer words = ByteBuffer.wrap(bytes);
    long hash = SipHash.hash(salt.low(), salt.high(), words.getLong(), words.getLong(), userAgent.hashCode(),
        userAgent.length());
    return hash == 0 ? 1 : hash;
  }

  private void fetch(LocalDate day) {
    if (salts.containsKey(day.toEpochDay())) {
      return;
    }
    try {
      salts.put(day.toEpochDay(), installation.saltOf(day, new VisitorSalt(random.nextLong(), random.nextLong())));
    } catch (PortUnavailable e) {
      // Asked again at the next refresh; until then visitors are counted but not told apart.
    }
  }
}
