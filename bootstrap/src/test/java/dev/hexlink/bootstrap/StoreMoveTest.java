package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.application.spi.StoredRecord.Taken;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StoreMoveTest {
  private static final StoredRecord HOST = new KnownHost(Host.DEFAULT);
  private static final StoredRecord TAKEN = new Taken(new LinkId(new UUID(0, 1)), 7);

  private final List<String> said = new ArrayList<>();

  @Test
  void everythingIsMovedAndCountedByKind() {
    Contents from = new Contents(List.of(HOST, TAKEN, TAKEN));
    Contents to = new Contents(List.of());
    Tally moved = new StoreMove(from, to, said::add).run();
    assertThat(to.records).isEqualTo(from.records);
    assertThat(moved.total()).isEqualTo(3);
    assertThat(moved.lines()).containsExactly("           1  hosts", "           2  visit budgets");
    assertThat(said).isEmpty();
  }

  @Test
  void aLongMoveSaysHowFarItIs() {
    Contents from = new Contents(Stream.generate(() -> TAKEN).limit(250_000).toList());
    new StoreMove(from, new Contents(List.of()), said::add).run();
    assertThat(said).containsExactly("     100,000  records so far", "     200,000  records so far");
  }

  @Test
  void aSourceThatIsLostIsSaid() {
    Contents lost = new Contents(List.of(HOST)) {
      @Override
      public void readAll(Consumer<StoredRecord> taker) {
        super.readAll(taker);
        throw new LinksUnavailable("the store is closed");
      }
    };
    assertThatThrownBy(() -> new StoreMove(lost, new Contents(List.of()), said::add).run())
        .isInstanceOf(LinksUnavailable.class).hasMessage("the store is closed");
  }

  @Test
  void aTargetThatIsLostEndsTheReading() {
    Contents from = new Contents(Stream.generate(() -> TAKEN).limit(250_000).toList());
    Contents lost = new Contents(List.of()) {
      @Override
      public void writeAll(Iterator<StoredRecord> records) {
        records.next();
        throw new LinksUnavailable("no answer");
      }
    };
    assertThatThrownBy(() -> new StoreMove(from, lost, said::add).run()).isInstanceOf(LinksUnavailable.class)
        .hasMessage("no answer");
  }

  /** What is in a list. */
  private static class Contents implements StoreContents {
    final List<StoredRecord> records;

    Contents(List<StoredRecord> records) {
      this.records = new ArrayList<>(records);
    }

    @Override
    public void readAll(Consumer<StoredRecord> taker) {
      records.forEach(taker);
    }

    @Override
    public boolean isEmpty() {
      return records.isEmpty();
    }

    @Override
    public void writeAll(Iterator<StoredRecord> more) {
      more.forEachRemaining(records::add);
    }
  }
}
