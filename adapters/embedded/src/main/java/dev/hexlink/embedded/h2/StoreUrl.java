package dev.hexlink.embedded.h2;

import java.nio.file.Path;

/** Where the store's file is and how H2 shall treat it, as a JDBC URL; the file system is one that H2 knows. */
record StoreUrl(String fileSystem, Path file) {
  static final String USER = "hexlink";

  /** A commit is in the file when it returns; H2's own default would lose the last half second in a crash. */
  private static final String DURABLE = ";WRITE_DELAY=0";
  private static final String LANGUAGE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
  /** The store closes itself, in order; H2's shutdown hook would race with visits still being settled. */
  private static final String LIFE = ";DB_CLOSE_ON_EXIT=FALSE";
  /** Space that compaction freed is used again after 5 s; the writer syncs the file each second, so a power loss finds one good state. */
  private static final String SPACE = ";RETENTION_TIME=5000;MAX_COMPACT_TIME=2000";
  /** H2 would answer a query by its last result while a commit is half told, so that a counter is seen moved and its rows are not. */
  private static final String QUERIES = ";QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=0";
  /** What goes wrong is said by exceptions, not by a file beside the store. */
  private static final String TRACE = ";TRACE_LEVEL_FILE=0";
  private static final long LONGEST_QUERY_MILLIS = 10_000;

  static StoreUrl in(Path folder) {
    return new StoreUrl("file", folder.resolve("hexlink").toAbsolutePath().normalize());
  }

  /** Where a new store is made ready, before it takes its place in one step. */
  StoreUrl unfinished() {
    return new StoreUrl(fileSystem, file.resolveSibling(file.getFileName() + "-unfinished"));
  }

  String forMaking() {
    return "jdbc:h2:" + fileSystem + ":" + file + DURABLE + LANGUAGE + LIFE + SPACE + QUERIES + TRACE;
  }

  /** A file that is no longer there is an outage, not an empty store. */
  String forWriting() {
    return forMaking() + ";IFEXISTS=TRUE";
  }

  /** A search that looks at every link ends after a while rather than occupy a reader for good. */
  String forReading() {
    return forWriting() + ";QUERY_TIMEOUT=" + LONGEST_QUERY_MILLIS;
  }

  Path databaseFile() {
    return file.resolveSibling(file.getFileName() + ".mv.db");
  }
}
