package dev.hexlink.embedded.h2;

import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What keeps the file small and on the disk while it is written. A commit appends the pages it changed, and H2 would clean up after itself only if
 * commits were delayed, which ours are not: without this, a million links by small commits occupy some 4 GB.
 */
final class Housekeeping {
  private static final int COMMITS_BETWEEN_COMPACTIONS = 48;
  private static final int WANTED_FILL_PERCENT = 60;
  private static final int MOST_BYTES_AT_ONCE = 8 << 20;

  private int commitsSinceCompaction;
  private boolean written;

  /** Counts a commit; whether {@link #compact} is due. */
  boolean isDueAfterCommit() {
    written = true;
    commitsSinceCompaction++;
    if (commitsSinceCompaction < COMMITS_BETWEEN_COMPACTIONS) {
      return false;
    }
    commitsSinceCompaction = 0;
    return true;
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
