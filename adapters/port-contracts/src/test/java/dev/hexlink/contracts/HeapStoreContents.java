package dev.hexlink.contracts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.Counted;
import dev.hexlink.application.spi.StoredRecord.CountedQuarter;
import dev.hexlink.application.spi.StoredRecord.DaySalt;
import dev.hexlink.application.spi.StoredRecord.Facts;
import dev.hexlink.application.spi.StoredRecord.FirstDay;
import dev.hexlink.application.spi.StoredRecord.HighestValue;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.KnownStack;
import dev.hexlink.application.spi.StoredRecord.LentNumber;
import dev.hexlink.application.spi.StoredRecord.Mark;
import dev.hexlink.application.spi.StoredRecord.NextCount;
import dev.hexlink.application.spi.StoredRecord.Pin;
import dev.hexlink.application.spi.StoredRecord.Purged;
import dev.hexlink.application.spi.StoredRecord.Quarantined;
import dev.hexlink.application.spi.StoredRecord.Settled;
import dev.hexlink.application.spi.StoredRecord.StoredKey;
import dev.hexlink.application.spi.StoredRecord.StoredLink;
import dev.hexlink.application.spi.StoredRecord.StoredVisit;
import dev.hexlink.application.spi.StoredRecord.Taken;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.visit.VisitCounts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All that a store on the heap holds. What is derived from other records there is read, and not written. */
class HeapStoreContents implements StoreContents {
  final HeapStore store;

  HeapStoreContents(HeapStore store) {
    this.store = store;
  }

  @Override
  public void readAll(Consumer<StoredRecord> taker) {
    records().forEach(taker);
  }

  @Override
  public boolean isEmpty() {
    return records().allMatch(new KnownHost(Host.DEFAULT)::equals);
  }

  @Override
  public void writeAll(Iterator<StoredRecord> records) {
    if (!isEmpty()) {
      throw new IllegalStateException("not empty");
    }
    List<StoredRecord> all = new ArrayList<>();
    records.forEachRemaining(all::add);
    all.forEach(this::write);
  }

  Stream<StoredRecord> records() {
    return Stream.of(installationRecords(), linkRecords(), visitRecords()).flatMap(identity());
  }

  private Stream<StoredRecord> installationRecords() {
    HeapInstallation installation = store.installation;
    return Stream.of(installation.hosts.stream().map(KnownHost::new),
        installation.stacks.values().stream().map(KnownStack::new), installation.kept().stream().map(Facts::new))
        .flatMap(identity());
  }

  private Stream<StoredRecord> linkRecords() {
    return Stream.of(store.links.all().map(StoredLink::new), store.hotLinks.pins.stream().map(Pin::new),
        store.links.marks.values().stream().map(marked -> new Mark(marked.mark().scope(), marked.mark().key(),
            marked.mark().fingerprint(), marked.mark().forgottenAt(), marked.link())),
        stacks().filter(stack -> store.counter.next.containsKey(stack.index()))
            .map(stack -> new NextCount(stack, Objects.requireNonNull(store.counter.next.get(stack.index())))),
        stacks().flatMap(stack -> store.links.highestValue(stack).stream()
            .mapToObj(value -> new HighestValue(stack, value))),
        store.workers.lent.values().stream().map(lent -> new LentNumber(lent.holder(), lent.loan())),
        store.apiKeys.keys.values().stream().map(StoredKey::new),
        store.installation.salts.entrySet().stream().map(salt -> new DaySalt(salt.getKey(), salt.getValue())),
        store.budgets.taken.entrySet().stream().map(taken -> new Taken(taken.getKey(), taken.getValue())))
        .flatMap(identity());
  }

  private Stream<StoredRecord> visitRecords() {
    HeapVisits visits = store.visits;
    return Stream.of(firstDay(), visits.rows.values().stream().map(StoredVisit::new),
        visits.quarantined.values().stream().map(aside -> new Quarantined(aside.visit(), aside.reason())),
        visits.settled.stream().collect(groupingBy(VisitId::epoch)).keySet().stream()
            .flatMap(epoch -> visits.settled(epoch).stream().map(range -> new Settled(epoch, range))),
        visits.rollups.keySet().stream().map(link -> new Counted(link,
            visits.counts(List.of(link)).getOrDefault(link, VisitCounts.NONE))),
        visits.rollups.entrySet().stream().flatMap(link -> link.getValue().entrySet().stream()
            .filter(quarter -> quarter.getValue().total() > 0)
            .map(quarter -> new CountedQuarter(link.getKey(), quarter.getKey(), quarter.getValue()))),
        visits.purged.entrySet().stream().map(purge -> new Purged(purge.getKey(), purge.getValue())))
        .flatMap(identity());
  }

  private Stream<StoredRecord> firstDay() {
    Instant first = store.visits.keptFrom;
    return first.equals(Instant.MIN)
        ? Stream.of()
        : Stream.of(new FirstDay(LocalDate.ofInstant(first, ZoneOffset.UTC)));
  }

  private Stream<Stack> stacks() {
    return store.installation.stacks.values().stream();
  }

  void write(StoredRecord record) {
    switch (record) {
      case Facts(var facts) -> store.installation.facts.set(facts);
      case KnownHost(var host) -> store.installation.hosts.add(host);
      case KnownStack(var stack) -> store.installation.stacks.put(stack.name(), stack);
      case StoredLink(var link) -> store.links.store(link);
      case Pin(var link) -> store.hotLinks.pins.add(link);
      case Mark(var scope, var key, var print, var end, var link) -> store.links.marks.put(
          new HeapLinks.MarkKey(scope, key),
          new HeapLinks.Marked(new IdempotencyMark(scope, key, print, end, end), link));
      case NextCount(var stack, var count) -> store.counter.next.put(stack.index(), count);
      case LentNumber(var holder, var loan) ->
        store.workers.lent.put(loan.number(), new HeapWorkerNumbers.Lent(holder, loan));
      case StoredKey(var key) -> store.apiKeys.keys.put(key.digest(), key);
      case DaySalt(var day, var salt) -> store.installation.salts.put(day, salt);
      case Taken(var link, var units) -> store.budgets.taken.put(link, units);
      case StoredVisit(var visit) -> store.visits.rows.put(visit.visit().id(), visit);
      case Quarantined(var visit, var reason) ->
        store.visits.quarantined.put(visit.visit().id(), new HeapVisits.Aside(visit, reason));
      case Settled(var epoch, var range) -> LongStream.range(range.start(), range.end())
          .forEach(sequence -> store.visits.settled.add(new VisitId(epoch, sequence)));
      case CountedQuarter(var link, var start, var counts) -> store.visits.put(link, start, counts);
      case Purged(var link, var before) -> store.visits.purged.put(link, before);
      case FirstDay(var day) -> store.visits.keptFrom = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      case HighestValue _,Counted _ -> {
      }
    }
  }
}
