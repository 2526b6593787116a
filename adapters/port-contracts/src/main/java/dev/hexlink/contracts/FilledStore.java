package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.spi.ApiKeys.ApiKey;
import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.InsertOutcome.MarkMisused;
import dev.hexlink.application.spi.InsertOutcome.Replayed;
import dev.hexlink.application.spi.Insertion;
import dev.hexlink.application.spi.Installation.InstallationFacts;
import dev.hexlink.application.spi.Installation.VisitorSalt;
import dev.hexlink.application.spi.LinkQuery;
import dev.hexlink.application.spi.StoredRecord.Pin;
import dev.hexlink.application.spi.Trait;
import dev.hexlink.application.spi.VisitQuery;
import dev.hexlink.application.spi.Visits.Settlement;
import dev.hexlink.application.spi.WorkerNumbers.Loan;
import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.CodeBlock;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A store that was filled through its ports: something of every kind, and more links and visits than anyone reads or writes at once. */
final class FilledStore {
  static final Duration LOAN = Duration.ofHours(1);
  private static final int MANY_LINKS = 2_300;
  private static final int MANY_VISITS = 4_500;
  private static final long BUDGET = 10;

  private final StoreUnderTest store;
  private final InstallationFacts facts;
  private final Stack main;
  private final Stack side;
  private final Instant midnight;
  private final VisitorSalt salt;
  private final List<Link> links = new ArrayList<>();
  private final Link retired;
  private final Link purged;
  private final Link marked;
  private final IdempotencyMark mark;
  private final ApiKey apiKey;
  private final String holder;
  private final List<ClassifiedVisit> visits = new ArrayList<>();
  private final List<LinkId> pins;

  private FilledStore(StoreUnderTest store, Seeded some) {
    this.store = store;
    this.midnight = some.midnight();
    this.facts = store.installation().keep(facts(some));
    this.main = store.installation().stack("main");
    this.side = store.installation().stack("side");
    this.salt = store.installation().saltOf(yesterday(), new VisitorSalt(some.random().nextLong(), 1));
    this.retired = some.counted(side, 77);
    this.purged = some.chosen();
    this.marked = some.fullLink(some.key(), new CodeOrigin.Drawn());
    this.mark = some.mark();
    this.apiKey = apiKey(some);
    this.holder = some.word();
    this.pins = List.of(marked.id(), retired.id(), purged.id());
    fillInstallation(some);
    fillLinks(some);
    fillVisits(some);
    pins.forEach(store.hotLinks()::pin);
  }

  static FilledStore of(StoreUnderTest store, Seeded some) {
    return new FilledStore(store, some);
  }

  static InstallationFacts facts(Seeded some) {
    return new InstallationFacts(HexFormat.of().toHexDigits(some.random().nextLong()).repeat(2), some.word(),
        Alphabet.BASE62.symbols(), 8, Stack.MOST);
  }

  static ApiKey apiKey(Seeded some) {
    return new ApiKey(HexFormat.of().toHexDigits(some.random().nextLong()).repeat(4), some.word(), some.instant());
  }

  private void fillInstallation(Seeded some) {
    store.counter().lease(main, 1_000);
    store.counter().lease(side, 10);
    store.workers().borrow(some.word(), midnight, LOAN);
    store.workers().borrow(holder, midnight, LOAN);
    store.apiKeys().add(apiKey);
    store.apiKeys().add(apiKey(some));
  }

  private void fillLinks(Seeded some) {
    List<Host> hosts = List.of(some.host(), some.host());
    store.installation().register(hosts);
    links.addAll(some.links(MANY_LINKS));
    links.add(some.counted(main, 999));
    links.add(some.counted(main, 5));
    links.addAll(hosts.stream().map(host -> some.fullLink(new LinkKey(host, some.code()), new CodeOrigin.Chosen()))
        .toList());
    links.add(retired);
    links.add(purged);
    store.links().insert(links);
    store.links().replace(retired.retired(midnight));
    store.links().insertEach(List.of(new Insertion(marked, mark, false)));
    links.add(marked);
    store.budgets().take(marked.id(), BUDGET, 4);
  }

  private void fillVisits(Seeded some) {
    List<Link> followed = Stream.concat(links.stream().limit(40), Stream.of(retired, purged, marked)).toList();
    settle(some.visits(followed, some.epoch(), 0, MANY_VISITS));
    Epoch gaps = some.epoch();
    settle(some.visits(followed, gaps, 5, 7));
    settle(some.visits(followed, gaps, 20, 3));
    settle(some.visits(some.link(), 4));
    ClassifiedVisit aside = some.visit(marked, new VisitId(gaps, 30));
    store.visits().quarantine(aside, "put-aside");
    visits.add(aside);
    Epoch old = some.epoch();
    settle(LongStream.range(0, 20).mapToObj(sequence -> some.visit(marked, new VisitId(old, sequence), longAgo()))
        .toList());
    store.visits().dropBefore(longAgo().plus(Duration.ofDays(1)));
    store.visits().purge(purged.id(), aDayAgo());
  }

  private void settle(List<ClassifiedVisit> batch) {
    store.visits().settle(batch);
    visits.addAll(batch);
  }

  StoreUnderTest store() {
    return store;
  }

  /** The pins in their order, as records. */
  List<Pin> pins() {
    return pins.stream().map(Pin::new).toList();
  }

  /** Whatever is asked of either store, the other says the same. */
  void isAnsweredBy(StoreUnderTest other) {
    assertThat(other.installation().kept()).contains(facts);
    assertThat(other.installation().stack("main")).isEqualTo(main);
    assertThat(other.installation().stack("side")).isEqualTo(side);
    assertThat(other.installation().saltOf(yesterday(), new VisitorSalt(2, 2))).isEqualTo(salt);
    assertThat(other.apiKeys().find(apiKey.digest())).contains(apiKey);
    assertThat(other.hotLinks().pinned()).isNotEmpty().isEqualTo(store.hotLinks().pinned());
    assertThat(other.hotLinks().hottest(Instant.EPOCH, 1_000)).isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(store.hotLinks().hottest(Instant.EPOCH, 1_000));
    linksAreAnsweredBy(other);
    visitsAreAnsweredBy(other);
  }

  private void linksAreAnsweredBy(StoreUnderTest other) {
    IntStream.iterate(links.size() - 1, i -> i >= 0, i -> i < links.size() - 10 ? i - 50 : i - 1)
        .mapToObj(i -> links.get(i).key())
        .forEach(key -> assertThat(other.links().find(key)).isPresent().isEqualTo(store.links().find(key)));
    assertThat(other.links().highestValue(main)).isEqualTo(store.links().highestValue(main))
        .hasValue(main.valueAt(999));
    assertThat(other.links().highestValue(side)).hasValue(side.valueAt(77));
    for (LinkQuery query : List.of(new LinkQuery(100, null, List.of(), List.of(), null),
        new LinkQuery(10, null, List.of(), marked.tags(), null),
        new LinkQuery(10, null, List.of(marked.key().code().value()), List.of(), null),
        new LinkQuery(10, null, List.of(), List.of(), links.get(MANY_LINKS + 2).key().host()))) {
      assertThat(other.links().list(query)).as("%s", query).isEqualTo(store.links().list(query))
          .satisfies(page -> assertThat(page.links()).isNotEmpty());
    }
  }

  private void visitsAreAnsweredBy(StoreUnderTest other) {
    List<LinkId> ids = links.stream().map(Link::id).toList();
    assertThat(other.visits().counts(ids)).isEqualTo(store.visits().counts(ids));
    visits.stream().map(visit -> visit.visit().id().epoch()).distinct()
        .forEach(epoch -> assertThat(other.visits().settled(epoch)).isNotEmpty()
            .isEqualTo(store.visits().settled(epoch)));
    for (LinkId link : List.of(ids.getFirst(), retired.id(), purged.id(), marked.id())) {
      assertThat(other.visits().rollups(link, longAgo(), midnight)).isNotEmpty()
          .isEqualTo(store.visits().rollups(link, longAgo(), midnight));
      assertThat(other.visits().uniqueVisitors(link, longAgo(), midnight, true))
          .isEqualTo(store.visits().uniqueVisitors(link, longAgo(), midnight, true));
      VisitQuery query = new VisitQuery(link, longAgo(), midnight, false, VisitQuery.LARGEST_LIMIT, null);
      assertThat(other.visits().list(query)).isEqualTo(store.visits().list(query));
      for (Trait trait : Trait.values()) {
        assertThat(other.visits().groups(link, longAgo(), midnight, trait, false))
            .containsExactlyInAnyOrderElementsOf(store.visits().groups(link, longAgo(), midnight, trait, false));
      }
    }
  }

  /** What was promised here is kept there. */
  void goesOnIn(StoreUnderTest other, Seeded some) {
    installationGoesOnIn(other, some);
    linksGoOnIn(other, some);
    visitsGoOnIn(other, some);
  }

  private void installationGoesOnIn(StoreUnderTest other, Seeded some) {
    assertThat(other.installation().keep(facts(some))).isEqualTo(facts);
    assertThat(other.installation().stack("third").index()).isEqualTo(2);
    assertThat(other.counter().lease(main, 10)).isEqualTo(new CodeBlock(1_000, 1_010));
    assertThat(other.counter().lease(side, 10)).isEqualTo(new CodeBlock(10, 20));
    Loan own = store.workers().borrow(holder, midnight, LOAN);
    assertThat(other.workers().borrow(holder, midnight, LOAN)).isEqualTo(own);
    assertThat(other.workers().borrow(some.word(), midnight, LOAN).number()).as("a number nobody has")
        .isEqualTo(store.workers().borrow(some.word(), midnight, LOAN).number());
    assertThat(other.budgets().take(marked.id(), BUDGET, 100)).as("what is left").isEqualTo(6);
  }

  private void linksGoOnIn(StoreUnderTest other, Seeded some) {
    Link taken = some.chosen(retired.key());
    Link fresh = some.counted(main, 1_000);
    assertThat(other.links().insert(List.of(taken, fresh))).containsExactly(taken.id());
    assertThat(other.links().highestValue(main)).hasValue(main.valueAt(1_000));
    IdempotencyMark misused = new IdempotencyMark(mark.scope(), mark.key(), some.word(), mark.at(), mark.forgottenAt());
    assertThat(other.links().insertEach(List.of(new Insertion(some.link(), mark, false),
        new Insertion(some.link(), misused, false)))).containsExactly(new Replayed(marked), new MarkMisused());
    assertThat(other.links().replace(retired.retired(midnight).restored(midnight))).isTrue();
    assertThat(other.hotLinks().pin(fresh.id())).isTrue();
    assertThat(other.hotLinks().pinned()).extracting(route -> route.id())
        .containsExactlyElementsOf(Stream.concat(pins.stream(), Stream.of(fresh.id())).toList());
    other.visits().settle(some.visits(fresh, 3));
    assertThat(other.visits().counts(List.of(fresh.id())).get(fresh.id())).extracting(VisitCounts::total).isEqualTo(3L);
  }

  private void visitsGoOnIn(StoreUnderTest other, Seeded some) {
    assertThat(other.visits().settle(visits)).as("all once more").isEqualTo(new Settlement(0, visits.size(), 0, 0));
    VisitCounts before = store.visits().counts(List.of(purged.id())).getOrDefault(purged.id(), VisitCounts.NONE);
    Epoch epoch = some.epoch();
    assertThat(other.visits().settle(List.of(some.visit(purged, new VisitId(epoch, 0), aDayAgo().minusMillis(1)),
        some.visit(purged, new VisitId(epoch, 1), aDayAgo()),
        some.visit(marked, new VisitId(epoch, 2), longAgo())))).as("after a purge and a dropped day")
        .isEqualTo(new Settlement(1, 0, 0, 2));
    assertThat(other.visits().counts(List.of(purged.id())).get(purged.id())).extracting(VisitCounts::total)
        .isEqualTo(before.total() + 1);
  }

  private LocalDate yesterday() {
    return LocalDate.ofInstant(aDayAgo(), ZoneOffset.UTC);
  }

  private Instant aDayAgo() {
    return midnight.minus(Duration.ofDays(1));
  }

  private Instant longAgo() {
    return midnight.minus(Duration.ofDays(5));
  }
}
