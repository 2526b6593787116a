package dev.hexlink.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.KnownStack;
import dev.hexlink.application.spi.StoredRecord.Pin;
import dev.hexlink.application.spi.StoredRecord.StoredLink;
import dev.hexlink.application.spi.StoredRecord.StoredVisit;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.VisitId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every adapter of {@link StoreContents} keeps to. As it moves whole stores, each case begins with stores of its own. */
@ExtendWith(SeededCases.class)
public interface StoreContentsContract {
  /** A store that nothing is kept in yet. */
  StoreUnderTest newStore();

  /** The adapter with a store that cannot be reached; empty when that cannot be. */
  Optional<StoreContents> unreachableStoreContents();

  @Test
  default void aNewStoreIsEmpty() {
    StoreContents contents = newStore().contents();
    assertThat(contents.isEmpty()).isTrue();
    assertThat(recordsOf(contents)).isSubsetOf(new KnownHost(Host.DEFAULT));
  }

  @Test
  default void whatWasEverUsedIsNotEmpty(Seeded some) {
    whatCameOf(store -> store.installation().keep(FilledStore.facts(some)));
    whatCameOf(store -> store.installation().stack("main"));
    whatCameOf(store -> store.installation().register(List.of(some.host())));
    whatCameOf(store -> store.links().insert(List.of(some.link())));
    whatCameOf(store -> store.visits().settle(some.visits(some.link(), 1)));
    whatCameOf(store -> store.visits().purge(some.link().id(), some.midnight()));
    whatCameOf(store -> store.apiKeys().add(FilledStore.apiKey(some)));
    whatCameOf(store -> store.workers().borrow(some.word(), some.midnight(), FilledStore.LOAN));
  }

  private void whatCameOf(Consumer<StoreUnderTest> use) {
    StoreUnderTest store = newStore();
    use.accept(store);
    assertThat(store.contents().isEmpty()).isFalse();
  }

  @Test
  default void everyRecordIsReadOnceAndAfterThoseItRefersTo(Seeded some) {
    List<StoredRecord> records = recordsOf(FilledStore.of(newStore(), some).store().contents());
    assertThat(records.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(StoredRecord.class.getPermittedSubclasses());
    assertThat(new HashSet<>(records)).as("each once").hasSameSizeAs(records);
    assertThat(records.stream().filter(record -> !(record instanceof StoredRecord.Facts))
        .map(StoreContentsContract::rank)).as("hosts, stacks, links, then the rest").isSorted();
  }

  @Test
  default void pinsAreReadInTheirOrder(Seeded some) {
    FilledStore filled = FilledStore.of(newStore(), some);
    assertThat(recordsOf(filled.store().contents())).filteredOn(Pin.class::isInstance)
        .containsExactlyElementsOf(filled.pins());
  }

  @Test
  default void aMovedStoreHoldsTheSameRecords(Seeded some) {
    List<StoredRecord> records = recordsOf(FilledStore.of(newStore(), some).store().contents());
    StoreContents moved = newStore().contents();
    moved.writeAll(records.iterator());
    assertThat(moved.isEmpty()).isFalse();
    List<StoredRecord> read = recordsOf(moved);
    assertThat(read).hasSameSizeAs(records);
    Set<StoredRecord> missing = new HashSet<>(records);
    read.forEach(missing::remove);
    assertThat(missing).isEmpty();
    assertThat(read).filteredOn(Pin.class::isInstance)
        .isEqualTo(records.stream().filter(Pin.class::isInstance).toList());
  }

  @Test
  default void aMovedStoreAnswersTheSame(Seeded some) {
    FilledStore filled = FilledStore.of(newStore(), some);
    StoreUnderTest moved = newStore();
    moved.contents().writeAll(recordsOf(filled.store().contents()).iterator());
    filled.isAnsweredBy(moved);
  }

  @Test
  default void aMovedStoreGoesOn(Seeded some) {
    FilledStore filled = FilledStore.of(newStore(), some);
    StoreUnderTest moved = newStore();
    moved.contents().writeAll(recordsOf(filled.store().contents()).iterator());
    filled.goesOnIn(moved, some);
  }

  @Test
  default void aStoreThatIsNotEmptyIsNotWrittenInto(Seeded some) {
    List<StoredRecord> records = recordsOf(FilledStore.of(newStore(), some).store().contents());
    StoreUnderTest used = newStore();
    Link link = some.link();
    used.links().insert(List.of(link));
    List<StoredRecord> before = recordsOf(used.contents());
    assertThatThrownBy(() -> used.contents().writeAll(records.iterator())).isInstanceOf(IllegalStateException.class);
    assertThat(recordsOf(used.contents())).containsExactlyInAnyOrderElementsOf(before)
        .contains(new StoredLink(link));
  }

  @Test
  default void aMoveThatIsCutOffLeavesTheStoreEmpty(Seeded some) {
    List<StoredRecord> records = recordsOf(FilledStore.of(newStore(), some).store().contents());
    StoreUnderTest cutOff = newStore();
    for (int left : List.of(records.size() - 1, records.size() / 2, 1)) {
      Iterator<StoredRecord> failing = thenFails(records.subList(0, left));
      assertThatThrownBy(() -> cutOff.contents().writeAll(failing)).isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("on purpose");
      assertThat(cutOff.contents().isEmpty()).as("empty after %d records", left).isTrue();
      assertThat(recordsOf(cutOff.contents())).isSubsetOf(new KnownHost(Host.DEFAULT));
    }
    cutOff.contents().writeAll(records.iterator());
    assertThat(recordsOf(cutOff.contents())).hasSameSizeAs(records);
    cutOff.links().insert(List.of(some.link(), some.fullLink(some.key(), some.link().origin())));
  }

  @Test
  default void textThatTheStoreCannotHoldDoesNotStopAMove(Seeded some) {
    Link link = some.link();
    ClassifiedVisit odd = VisitsSettlementCases.odd(link, new VisitId(some.epoch(), 0), "nul \0 and half \ud83d",
        "http://\udc00/\0");
    StoreContents contents = newStore().contents();
    contents.writeAll(
        List.<StoredRecord>of(new KnownHost(Host.DEFAULT), new StoredLink(link), new StoredVisit(odd)).iterator());
    assertThat(recordsOf(contents)).filteredOn(StoredVisit.class::isInstance)
        .extracting(record -> ((StoredVisit) record).visit().visit().id()).containsExactly(odd.visit().id());
  }

  @Test
  default void whatTheTakerThrowsEndsTheReading(Seeded some) {
    StoreUnderTest store = newStore();
    store.links().insert(some.links(3));
    List<StoredRecord> taken = new ArrayList<>();
    assertThatThrownBy(() -> store.contents().readAll(record -> {
      taken.add(record);
      throw new UnsupportedOperationException("on purpose");
    })).isInstanceOf(UnsupportedOperationException.class).hasMessage("on purpose");
    assertThat(taken).hasSize(1);
  }

  @Test
  default void anOutageIsSaidAndNeverReadAsEmpty(Seeded some) {
    StoreContents contents = Outage.of(unreachableStoreContents());
    Outage.isSaid(LinksUnavailable.class, () -> contents.readAll(_ -> {}));
    Outage.isSaid(LinksUnavailable.class, contents::isEmpty);
    Outage.isSaid(LinksUnavailable.class,
        () -> contents.writeAll(List.<StoredRecord>of(new StoredLink(some.link())).iterator()));
  }

  private static List<StoredRecord> recordsOf(StoreContents contents) {
    List<StoredRecord> records = new ArrayList<>();
    contents.readAll(records::add);
    return records;
  }

  private static int rank(StoredRecord record) {
    return switch (record) {
      case KnownHost _ -> 0;
      case KnownStack _ -> 1;
      case StoredLink _ -> 2;
      default -> 3;
    };
  }

  private static Iterator<StoredRecord> thenFails(List<StoredRecord> records) {
    Stream<StoredRecord> end = Stream.generate(() -> {
      throw new UnsupportedOperationException("on purpose");
    });
    return Stream.concat(records.stream(), end).iterator();
  }
}
