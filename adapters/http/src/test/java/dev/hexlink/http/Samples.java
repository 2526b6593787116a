package dev.hexlink.http;

import dev.hexlink.application.api.LinkView;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.VisitCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links to test with. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  public static final Instant BIRTH = NOW.minus(Duration.ofDays(3));
  public static final TargetUrl TARGET = new TargetUrl("https://example.com/a?b=c&d=%3Ce%3E");

  private Samples() {}

  public static Link link() {
    return link(RedirectStatus.TEMPORARY_REDIRECT, Window.ALWAYS, null);
  }

  public static Link link(RedirectStatus status, Window window, @Nullable Instant retiredAt) {
    return new Link(LinkId.of(BIRTH, 1, 2), LinkKey.of(new ShortCode("k3Jx9QpA")), new CodeOrigin.Counted(7), TARGET,
        new Title("A <title>"), List.of(new Tag("a"), new Tag("b")), new Note("a note"), window, null, status, BIRTH,
        BIRTH, retiredAt, 3);
  }

  public static LinkView view() {
    return new LinkView(link(), new VisitCounts(10, 4), 2, NOW);
  }
}
