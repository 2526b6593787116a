package dev.hexlink.application.shorten;

import dev.hexlink.application.api.CodesExhausted;
import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.Shortening;
import dev.hexlink.application.spi.InsertOutcome;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.PortUnavailable;
import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.TargetParser.Parsing;
import dev.hexlink.domain.code.CollisionRetry;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.SlugPolicy;
import dev.hexlink.domain.link.SlugRefusal;
import dev.hexlink.domain.link.TargetRefusal;
import dev.hexlink.domain.link.TargetUrl;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Makes short links. Plain requests share one lane of commits; those whose outcome can be contested (chosen slugs, idempotency keys,
 * find-or-create) have a lane of their own, so that a contested one never holds up the others.
 */
public final class LinkShortener implements ShortenLinks {
  private static final Logger LOG = System.getLogger(LinkShortener.class.getName());
  private static final int MOST_PER_COMMIT = 1_000;

  /**
   * What making links takes.
   *
   * @param isOwn whether a target is served by this very installation
   * @param whenMade told of new links, once a commit, so that nobody remembers their keys as unknown
   */
  public record Parts(Links links, TargetParser targets, CodeAllocator codes, SlugPolicy slugs, CollisionRetry retry,
      InstantSource clock,
      RandomGenerator random, Predicate<TargetUrl> isOwn, Consumer<Collection<Link>> whenMade) {}

  private final Parts parts;
  private final CommitLane<Draft, Optional<Link>> plainLane;
  private final CommitLane<Draft, InsertOutcome> contestedLane;
  private final LongAdder made = new LongAdder();
  private final LongAdder collisions = new LongAdder();

  public LinkShortener(Parts parts, Executor executor) {
    this.parts = parts;
    this.plainLane = new CommitLane<>(MOST_PER_COMMIT, this::insertPlain, executor);
    this.contestedLane = new CommitLane<>(MOST_PER_COMMIT, this::insertContested, executor);
  }

  @Override
  public CompletableFuture<Shortening> shorten(ShortenRequest request) {
    return switch (parts.targets().parse(request.target())) {
      case Parsing.Refused(var why) -> refused(new Shortening.TargetRefused(why));
      case Parsing.Parsed(var target) when parts.isOwn().test(target) ->
        refused(new Shortening.TargetRefused(TargetRefusal.OWN_SHORT_LINK));
      case Parsing.Parsed(var target) -> slugRefusal(request)
          .map(why -> refused(new Shortening.SlugRefused(why)))
          .orElseGet(() -> insert(draft(request, target)));
    };
  }

  @Override
  public List<CompletableFuture<Shortening>> shortenAll(List<ShortenRequest> requests) {
    return requests.stream().map(this::shorten).toList();
  }

  /** How many links were made. */
  public long made() {
    return made.sum();
  }

  /** How many generated codes were taken already. */
  public long collisions() {
    return collisions.sum();
  }

  private static CompletableFuture<Shortening> refused(Shortening refusal) {
    return CompletableFuture.completedFuture(refusal);
  }

  private Optional<SlugRefusal> slugRefusal(ShortenRequest request) {
    String slug = request.slug();
    return slug == null ? Optional.empty() : parts.slugs().judge(slug);
  }

  private Draft draft(ShortenRequest request, TargetUrl target) {
    var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    LinkId id = LinkId.of(now, parts.random().nextLong(), parts.random().nextLong());
    return new Draft(id, request, target, now, 1);
  }

  private CompletableFuture<Shortening> insert(Draft draft) {
    return draft.isPlain() ? insertUntilFree(draft) : insertUntilDecided(draft);
  }

  private CompletableFuture<Shortening> insertUntilFree(Draft draft) {
    return plainLane.submit(draft).thenCompose(inserted -> inserted
        .map(link -> CompletableFuture.<Shortening>completedFuture(created(link)))
        .orElseGet(() -> tryAnotherCode(draft, this::insertUntilFree)));
  }

  private CompletableFuture<Shortening> insertUntilDecided(Draft draft) {
    return contestedLane.submit(draft).thenCompose(outcome -> switch (outcome) {
      case InsertOutcome.Inserted(var link) -> CompletableFuture.completedFuture(created(link));
      case InsertOutcome.Replayed(var link) -> CompletableFuture.completedFuture(new Shortening.Created(link));
      case InsertOutcome.Found(var link) -> CompletableFuture.completedFuture(new Shortening.AlreadyThere(link));
      case InsertOutcome.MarkMisused() -> CompletableFuture.completedFuture(new Shortening.IdempotencyKeyReused());
      case InsertOutcome.KeyTaken() -> chosen(draft)
          .map(slug -> CompletableFuture.<Shortening>completedFuture(new Shortening.SlugTaken(slug)))
          .orElseGet(() -> tryAnotherCode(draft, this::insertUntilDecided));
    });
  }

  private CompletableFuture<Shortening> tryAnotherCode(Draft draft,
      Function<Draft, CompletableFuture<Shortening>> insert) {
    if (parts.retry().allowsAnotherAfter(draft.attempt())) {
      return insert.apply(draft.again());
    }
    return CompletableFuture.failedFuture(new CodesExhausted(draft.attempt()));
  }

  private Shortening created(Link link) {
    made.increment();
    return new Shortening.Created(link);
  }

  private List<Optional<Link>> insertPlain(List<Draft> drafts) {
    Map<LinkId, AllocatedCode> codes = new HashMap<>();
    List<Link> links = new ArrayList<>();
    for (Draft draft : drafts) {
      AllocatedCode code = parts.codes().next();
      codes.put(draft.id(), code);
      links.add(draft.with(code));
    }
    Set<LinkId> taken = parts.links().insert(links.stream().sorted(Comparator.comparing(Link::key)).toList());
    codes.forEach((id, code) -> {
      if (taken.contains(id)) {
        noteCollision(code);
      }
    });
    parts.whenMade().accept(links.stream().filter(link -> !taken.contains(link.id())).toList());
    return links.stream().map(link -> taken.contains(link.id()) ? Optional.<Link>empty() : Optional.of(link)).toList();
  }

  private List<InsertOutcome> insertContested(List<Draft> drafts) {
    List<AllocatedCode> codes = drafts.stream()
        .map(draft -> chosen(draft).map(slug -> new AllocatedCode(slug, new CodeOrigin.Chosen()))
            .orElseGet(parts.codes()::next))
        .toList();
    List<Insertion> insertions = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      insertions.add(new Insertion(draft.with(codes.get(i)), draft.mark(), draft.request().orEqual()));
    }
    List<InsertOutcome> outcomes = parts.links().insertEach(insertions);
    for (int i = 0; i < drafts.size(); i++) {
      if (outcomes.get(i) instanceof InsertOutcome.KeyTaken && chosen(drafts.get(i)).isEmpty()) {
        noteCollision(codes.get(i));
      }
    }
    parts.whenMade().accept(outcomes.stream().filter(InsertOutcome.Inserted.class::isInstance)
        .map(outcome -> ((InsertOutcome.Inserted) outcome).link()).toList());
    return outcomes;
  }

  private static Optional<ShortCode> chosen(Draft draft) {
    return Optional.ofNullable(draft.request().slug()).map(ShortCode::new);
  }

  private void noteCollision(AllocatedCode code) {
    collisions.increment();
    try {
      parts.codes().collided(code);
    } catch (PortUnavailable e) {
      LOG.log(Level.WARNING, "The code counter could not be raised; the next collision tries again: {0}",
          e.getMessage());
    }
  }
}
