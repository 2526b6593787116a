package dev.hexlink.embedded.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;

/** The opening of the store's file: made if it is not there, owned by this process, its tables up to date. */
final class StoreOpening {
  private static final String MIGRATIONS = "classpath:hexlink/h2/migration";

  private StoreOpening() {}

  /** Runs on the writer, whose connection keeps the file open from then on. */
  static boolean open(StoreUrl url) {
    Path file = url.databaseFile();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.notExists(file)) {
        make(url);
      }
      StoreThread.connection();
      migrate(url);
      return true;
    } catch (SQLException e) {
      throw new StoreNotOpened(why(file, e), e);
    } catch (IOException | FlywayException e) {
      throw new StoreNotOpened("the store " + file + " could not be opened: " + e.getMessage(), e);
    }
  }

  /** H2 commits each change of a table for itself, so a migration that is cut off leaves half of it: a new store appears whole or not at all. */
  private static void make(StoreUrl url) throws SQLException, IOException {
    StoreUrl unfinished = url.unfinished();
    try (Connection connection = DriverManager.getConnection(unfinished.forMaking(), StoreUrl.USER, "")) {
      keepPrivate(unfinished.databaseFile());
      new Sql("drop all objects").run(connection);
      migrate(unfinished);
      new Sql("shutdown").run(connection);
    }
    Files.move(unfinished.databaseFile(), url.databaseFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void migrate(StoreUrl url) {
    Flyway.configure(StoreOpening.class.getClassLoader()).dataSource(url.forWriting(), StoreUrl.USER, "")
        .locations(MIGRATIONS).load().migrate();
  }

  private static String why(Path file, SQLException e) {
    return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? "the store " + file
            + " is in use by another process; stop it, or give this one a folder of its own (hexlink.data)"
        : "the store " + file + " could not be opened: " + e.getMessage();
  }

  /** The file holds the code key and the visitors' salts. */
  private static void keepPrivate(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
