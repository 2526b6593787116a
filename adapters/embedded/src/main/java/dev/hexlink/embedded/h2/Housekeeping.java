package dev.hexlink.embedded.h2;

import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What keeps the file small and on the disk while it is written. A commit appends the pages it changed, and H2 would clean up after itself only if
 * commits were delayed, which ours are not: without this, a million links by small commits occupy some 4 GB.
 */
final class Housekeeping {
  private static final long GROWTH_BETWEEN_COMPACTIONS = 8 << 20;
  private static final int WANTED_FILL_PERCENT = 60;
  private static final int MOST_BYTES_AT_ONCE = 16 << 20;

  private long size;
  private long sizeAtLastCompaction;
  private boolean written;

  /** Notes a commit; whether the file grew so much that {@link #compact} is due. */
  boolean isDueAfterCommit() {
    written = true;
    quietly(() -> size = file().getFileStore().size());
    boolean due = size - sizeAtLastCompaction >= GROWTH_BETWEEN_COMPACTIONS;
    sizeAtLastCompaction = due ? size : Math.min(size, sizeAtLastCompaction);
    return due;
  }

  /** Moves some live pages out of sparsely filled chunks, so that the chunks' space is free again. */
  void compact() {
    quietly(() -> file().compact(WANTED_FILL_PERCENT, MOST_BYTES_AT_ONCE));
  }

  /** Brings the file to the disk if something was written since the last time: a power loss costs links and leases one second at most. */
  void syncIfWritten() {
    if (written) {
      written = false;
      quietly(() -> file().sync());
    }
  }

  private static MVStore file() throws SQLException {
    return StoreFile.behind(StoreThread.connection());
  }

  private static void quietly(Chore chore) {
    try {
      chore.run();
    } catch (SQLException | MVStoreException e) {
      StoreThread.giveUpBrokenConnection();
      System.getLogger(Housekeeping.class.getName()).log(System.Logger.Level.WARNING, "the store was not tidied", e);
    }
  }

  /** Something to do to the file. */
  @FunctionalInterface
  private interface Chore {
    void run() throws SQLException;
  }
}
