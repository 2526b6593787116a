package dev.hexlink.journal;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.VisitFacts;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** How the facts of a visit are written in version 1 of the segments. */
final class FactsFormat {
  /** More bytes than any facts take. */
  static final int LARGEST = 3 * (VisitFacts.LONGEST_USER_AGENT + VisitFacts.LONGEST_REFERRER) + 512;
  private static final int IPV6 = 1;
  private static final int PREFETCH = 2;
  private static final int DEFAULT_HOST = 4;
  private static final String NO_HOST = "";

  private FactsFormat() {}

  static void put(ByteBuffer to, VisitFacts facts) {
    UUID link = facts.link().value();
    LinkKey key = facts.key();
    long prefix = facts.network().prefix();
    to.put((byte) flags(facts)).putLong(link.getMostSignificantBits()).putLong(link.getLeastSignificantBits());
    to.putLong(facts.at().toEpochMilli()).putLong(facts.visitor());
    to.putShort((short) (prefix >>> Integer.SIZE)).putInt((int) prefix);
    WideUtf8.put(to, key.host().isDefault() ? NO_HOST : key.host().name());
    WideUtf8.put(to, key.code().value());
    WideUtf8.put(to, facts.userAgent());
    WideUtf8.put(to, facts.referrer());
  }

  private static int flags(VisitFacts facts) {
    return (facts.network().ipv6() ? IPV6 : 0) | (facts.prefetch() ? PREFETCH : 0)
        | (facts.key().host().isDefault() ? DEFAULT_HOST : 0);
  }

  static VisitFacts get(ByteBuffer from) {
    int flags = from.get();
    LinkId link = new LinkId(new UUID(from.getLong(), from.getLong()));
    Instant at = Instant.ofEpochMilli(from.getLong());
    long visitor = from.getLong();
    long prefix = Short.toUnsignedLong(from.getShort()) << Integer.SIZE | Integer.toUnsignedLong(from.getInt());
    String host = WideUtf8.get(from);
    LinkKey key = new LinkKey((flags & DEFAULT_HOST) != 0 ? Host.DEFAULT : new Host(host),
        new ShortCode(WideUtf8.get(from)));
    return new VisitFacts(link, key, at, new Network((flags & IPV6) != 0, prefix), visitor, WideUtf8.get(from),
        WideUtf8.get(from), (flags & PREFETCH) != 0);
  }
}
