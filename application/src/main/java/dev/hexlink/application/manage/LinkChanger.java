package dev.hexlink.application.manage;

import dev.hexlink.application.api.ChangeLinks;
import dev.hexlink.application.api.ChangeRequest;
import dev.hexlink.application.api.Changing;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.TargetParser.Parsing;
import dev.hexlink.domain.link.Edit;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.LinkPatch;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Changes links. A change without an expected version is tried again when another one came first. */
public final class LinkChanger implements ChangeLinks {
  private static final int ATTEMPTS = 10;

  private final Links links;
  private final TargetParser targets;
  private final LinkReader reader;
  private final InstantSource clock;
  private final Predicate<TargetUrl> isOwn;
  private final Consumer<LinkKey> whenChanged;

  /**
   * @param isOwn whether a target is served by this very installation
   * @param whenChanged told of each changed link's key, so that nobody remembers the old version
   */
  public LinkChanger(Links links, TargetParser targets, LinkReader reader, InstantSource clock,
      Predicate<TargetUrl> isOwn,
      Consumer<LinkKey> whenChanged) {
    this.links = links;
    this.targets = targets;
    this.reader = reader;
    this.clock = clock;
    this.isOwn = isOwn;
    this.whenChanged = whenChanged;
  }

  @Override
  public Changing change(LinkKey key, ChangeRequest request, OptionalLong expectedVersion) {
    String text = request.target();
    if (text == null) {
      return patch(key, request, Edit.keep(), expectedVersion);
    }
    return switch (targets.parse(text)) {
      case Parsing.Refused(var why) -> new Changing.TargetRefused(why);
      case Parsing.Parsed(var target) when isOwn.test(target) ->
        new Changing.TargetRefused(TargetRefusal.OWN_SHORT_LINK);
      case Parsing.Parsed(var target) -> patch(key, request, Edit.to(target), expectedVersion);
    };
  }

  @Override
  public Changing retire(LinkKey key, OptionalLong expectedVersion) {
    return replace(key, expectedVersion, link -> link.retiredAt() != null
        ? new Step.Stop(new Changing.NoSuchLink())
        : new Step.Store(link.retired(now())));
  }

  @Override
  public Changing restore(LinkKey key, OptionalLong expectedVersion) {
    return replace(key, expectedVersion, link -> link.retiredAt() == null
        ? new Step.Stop(new Changing.Changed(reader.view(link)))
        : new Step.Store(link.restored(now())));
  }

  private sealed interface Step {
    record Store(Link next) implements Step {}

    record Stop(Changing outcome) implements Step {}
  }

  private Changing patch(LinkKey key, ChangeRequest request, Edit<TargetUrl> target, OptionalLong expectedVersion) {
    LinkPatch patch = new LinkPatch(target, request.title(), request.tags(), request.note(), request.validSince(),
        request.validUntil(),
        request.maxVisits(), request.redirectStatus());
    return replace(key, expectedVersion, link -> {
      if (link.retiredAt() != null) {
        return new Step.Stop(new Changing.NoSuchLink());
      }
      boolean windowStands = Window.isWindow(patch.validSince().appliedTo(link.window().since()),
          patch.validUntil().appliedTo(link.window().until()));
      return windowStands ? new Step.Store(link.patched(patch, now())) : new Step.Stop(new Changing.WindowRefused());
    });
  }

  private Changing replace(LinkKey key, OptionalLong expectedVersion, Function<Link, Step> next) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Link> found = links.find(key);
      if (found.isEmpty()) {
        return new Changing.NoSuchLink();
      }
      Link link = found.get();
      Step step = next.apply(link);
      if (step instanceof Step.Stop(var outcome) && outcome instanceof Changing.NoSuchLink) {
        return outcome;
      }
      if (expectedVersion.isPresent() && expectedVersion.getAsLong() != link.version()) {
        return new Changing.VersionConflict(link);
      }
      Changing outcome = carryOut(step);
      if (outcome != null) {
        return outcome;
      }
    }
    throw new LinksUnavailable("the link is being changed by too many at a time");
  }

  private @Nullable Changing carryOut(Step step) {
    return switch (step) {
      case Step.Stop(var outcome) -> outcome;
      case Step.Store(var link) -> {
        if (!links.replace(link)) {
          yield null;
        }
        whenChanged.accept(link.key());
        yield new Changing.Changed(reader.view(link));
      }
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
