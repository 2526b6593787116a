package dev.hexlink.embedded.h2;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Links and visits as they come in practice: codes at random, ids by birth. */
record Samples(Random random) {
  static final Stack STACK = new Stack("default", 0);
  private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  List<Link> links(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(this::link).toList();
  }

  Link link(int number) {
    Instant birth = START.plusMillis(number / 20);
    String target = "https://site" + random.nextInt(2_000) + ".example/articles/" + Long.toHexString(random.nextLong());
    return new Link(LinkId.of(birth, random.nextLong(), random.nextLong()), LinkKey.of(code()),
        new CodeOrigin.Counted(STACK.valueAt(number)), new TargetUrl(target), null, List.of(), null, Window.ALWAYS,
        null,
        RedirectStatus.TEMPORARY_REDIRECT, birth, birth, null, 1);
  }

  ClassifiedVisit visit(Link link, Epoch epoch, long sequence) {
    VisitFacts facts = new VisitFacts(link.id(), link.key(), START.plusMillis(sequence / 10),
        new Network(false, random.nextInt(1 << 24)), random.nextLong(),
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "https://news" + random.nextInt(50) + ".example/today", false);
    return new ClassifiedVisit(new Visit(new VisitId(epoch, sequence), facts),
        new Traits("Chrome", "Linux", Traits.Device.DESKTOP, sequence % 10 == 0));
  }

  Epoch epoch() {
    return new Epoch(random.nextLong(), random.nextLong());
  }

  private ShortCode code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new ShortCode(code.toString());
  }
}
