package dev.hexlink.postgres;

import dev.hexlink.application.spi.LinksUnavailable;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.StoredRecord;
import dev.hexlink.application.spi.StoredRecord.KnownHost;
import dev.hexlink.domain.link.Host;
import dev.hexlink.postgres.store.PostgresStore;
import dev.hexlink.postgres.store.Sql;
import dev.hexlink.postgres.store.StoreChoice;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** All that Postgres holds, as it is at one moment. */
@Singleton
@Named(StoreChoice.POSTGRES)
final class PostgresStoreContents implements StoreContents {
  private static final KnownHost BORN_WITH = new KnownHost(Host.DEFAULT);
  private static final Sql AT_ONE_MOMENT = new Sql("set transaction isolation level repeatable read, read only");

  private final PostgresStore store;

  PostgresStoreContents(PostgresStore store) {
    this.store = store;
  }

  @Override
  public void readAll(Consumer<StoredRecord> taker) {
    store.writeWhole(connection -> {
      AT_ONE_MOMENT.run(connection);
      for (RecordKind<?> kind : RecordKinds.ALL) {
        kind.readAll(connection, taker);
      }
      return true;
    }, LinksUnavailable::new);
  }

  @Override
  public boolean isEmpty() {
    return store.writeWhole(PostgresStoreContents::isEmpty, LinksUnavailable::new);
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    for (RecordKind<?> kind : RecordKinds.ALL) {
      if (!kind.first(connection).stream().allMatch(BORN_WITH::equals)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void writeAll(Iterator<StoredRecord> records) {
    store.writeWhole(connection -> {
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
    return batch.size() < RecordKind.AT_ONCE && batch.getFirst().getClass() == record.getClass();
  }
}
