package dev.hexlink.application.fakes;

import dev.hexlink.application.api.Visitor;
import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.domain.code.CodeKey;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Values that tests begin with. */
public final class Samples {
  public static final CodeKey KEY = new CodeKey(0x0123_4567_89ab_cdefL, 0x0fed_cba9_8765_4321L);
  public static final TargetUrl TARGET = new TargetUrl("https://target.example/page");
  private static final AtomicLong BORN = new AtomicLong();

  private Samples() {}

  public static LinkKey key(String code) {
    return LinkKey.of(new ShortCode(code));
  }

  public static LinkId id() {
    return LinkId.of(MutableClock.START, 0, BORN.incrementAndGet());
  }

  public static Link link(String code) {
    return link(code, Window.ALWAYS, null);
  }

  public static Link link(String code, Window window, @Nullable Long maxVisits) {
    return new Link(id(), key(code), new CodeOrigin.Chosen(), TARGET, null, List.of(), null, window, maxVisits,
        RedirectStatus.TEMPORARY_REDIRECT, MutableClock.START, MutableClock.START, null, 1);
  }

  /** The next version of a link, which leads elsewhere. */
  public static Link moved(Link link, String target) {
    return new Link(link.id(), link.key(), link.origin(), new TargetUrl(target), link.title(), link.tags(), link.note(),
        link.window(), link.maxVisits(), link.redirectStatus(), link.createdAt(), link.updatedAt(), link.retiredAt(),
        link.version() + 1);
  }

  public static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  public static Visitor visitor() {
    return new Visitor(address("203.0.113.77"), "Mozilla/5.0", "https://from.example/", false, true);
  }

  public static Visit visit(Epoch epoch, long sequence, Link link) {
    return new Visit(new VisitId(epoch, sequence), facts(link, MutableClock.START, "Mozilla/5.0"));
  }

  public static VisitFacts facts(Link link, Instant at, String userAgent) {
    return new VisitFacts(link.id(), link.key(), at, Network.UNKNOWN, 1, userAgent, "", false);
  }

  /** Takes whatever begins like a URL; nothing else is asked of a parser here. */
  public static TargetParser.Parsing parse(String text) {
    return text.matches("https?://[!-~]+\\.[!-~]+")
        ? new TargetParser.Parsing.Parsed(new TargetUrl(text))
        : new TargetParser.Parsing.Refused(TargetRefusal.MALFORMED);
  }
}
