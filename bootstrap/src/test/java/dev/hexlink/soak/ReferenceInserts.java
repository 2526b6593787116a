package dev.hexlink.soak;

import dev.hexlink.contracts.servers.PrivatePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;

/** What a Postgres does with the visits it has, put into another table of the same kind: rows and their indexes, and no counts. */
record ReferenceInserts(PrivatePostgres postgres) {
  private static final int SINGLE_ROWS = 5_000;

  /** All of them by one COPY out of a file. */
  double copiedPerSecond() throws SQLException, IOException {
    Path folder = Files.createTempDirectory("hexlink-copy-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path file = folder.resolve("visits");
    try (Connection connection = postgres.connect(); Statement statement = connection.createStatement()) {
      statement.execute("create table copied (like visits including all)");
      statement.execute("copy (select * from visits) to '" + file + "'");
      long begun = System.nanoTime();
      int rows = statement.executeUpdate("copy copied from '" + file + "'");
      return rows / ((System.nanoTime() - begun) / 1e9);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Some of them, each in a statement and a transaction of its own. */
  double insertedPerSecond() throws SQLException {
    try (Connection connection = postgres.connect();
        Connection reading = postgres.connect();
        Statement statement = connection.createStatement();
        Statement visits = reading.createStatement();
        ResultSet row = visits.executeQuery("select * from visits limit " + SINGLE_ROWS)) {
      statement.execute("create table inserted (like visits including all)");
      int columns = row.getMetaData().getColumnCount();
      String places = String.join(", ", Collections.nCopies(columns, "?"));
      try (PreparedStatement insert = connection.prepareStatement("insert into inserted values (" + places + ")")) {
        int rows = 0;
        long begun = System.nanoTime();
        for (; row.next(); rows++) {
          for (int column = 1; column <= columns; column++) {
            insert.setObject(column, row.getObject(column));
          }
          insert.executeUpdate();
        }
        return rows / ((System.nanoTime() - begun) / 1e9);
      }
    }
  }
}
