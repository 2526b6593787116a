package dev.hexlink.postgres;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.TargetUrl;
import java.util.HashSet;
import java.util.Set;

/** What insertions that are not decided yet touch, so that none is decided before one it depends on. */
final class Dependences {
  private final Set<Object> things = new HashSet<>();
  private final Set<TargetUrl> targets = new HashSet<>();

  /** Adds what an insertion touches; whether it depends on one that was added before. */
  boolean touch(Insertion insertion) {
    Link link = insertion.link();
    boolean depends = insertion.orEqual() && targets.contains(link.target());
    targets.add(link.target());
    depends |= !things.add(link.id());
    depends |= !things.add(link.key());
    IdempotencyMark mark = insertion.mark();
    if (mark != null) {
      depends |= !things.add(new Name(mark.scope(), mark.key()));
    }
    return depends;
  }

  /** By what a mark is known. */
  private record Name(String scope, String key) {}
}
