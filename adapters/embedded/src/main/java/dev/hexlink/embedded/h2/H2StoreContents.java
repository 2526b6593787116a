package dev.hexlink.embedded.h2;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.domain.link.Host;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** All that the H2 file holds. */
@Singleton
@Named("h2")
final class H2StoreContents implements StoreContents {
  private static final KnownHost BORN_WITH = new KnownHost(Host.DEFAULT);

  private final H2Store store;

  H2StoreContents(H2Store store) {
    this.store = store;
  }

  @Override
  public void readAll(Consumer<StoredRecord> taker) {
    RecordKinds.ALL.forEach(kind -> readAll(kind, taker));
  }

  /** Page by page; the taker is called outside the store, so it may take its time. */
  private void readAll(RecordKind<?> kind, Consumer<StoredRecord> taker) {
    List<RecordKind.Placed> page = after(kind, Long.MIN_VALUE);
    while (!page.isEmpty()) {
      page.forEach(placed -> taker.accept(placed.record()));
      page = after(kind, page.getLast().place());
    }
  }

  private List<RecordKind.Placed> after(RecordKind<?> kind, long place) {
    return store.read(connection -> kind.after(connection, place), LinksUnavailable::new);
  }

  @Override
  public boolean isEmpty() {
    return store.read(H2StoreContents::isEmpty, LinksUnavailable::new);
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    for (RecordKind<?> kind : RecordKinds.ALL) {
      if (!kind.after(connection, Long.MIN_VALUE).stream().allMatch(placed -> placed.record().equals(BORN_WITH))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void writeAll(Iterator<StoredRecord> records) {
    store.write(connection -> {
      if (!isEmpty(connection)) {
        throw new IllegalStateException("the store is not empty");
      }
      write(connection, records);
      return true;
    }, LinksUnavailable::new);
  }

  /** Neighbours of a kind together. */
  private static void write(Connection connection, Iterator<StoredRecord> records) throws SQLException {
    List<StoredRecord> batch = new ArrayList<>();
    while (records.hasNext()) {
      StoredRecord record = records.next();
      if (!batch.isEmpty() && !goesWith(record, batch)) {
        RecordKinds.of(batch.getFirst()).write(connection, batch);
        batch.clear();
      }
      batch.add(record);
    }
    if (!batch.isEmpty()) {
      RecordKinds.of(batch.getFirst()).write(connection, batch);
    }
  }

  private static boolean goesWith(StoredRecord record, List<StoredRecord> batch) {
    return batch.size() < RecordKind.PAGE && batch.getFirst().getClass() == record.getClass();
  }
}
