package dev.hexlink.contracts.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a private server keeps what it has.
 *
 * @param temporary whether it goes with the server
 */
record Folder(Path path, boolean temporary) {
  static Folder fresh() {
    try {
      return new Folder(Files.createTempDirectory(TestName.fresh()), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Folder at(Path path) {
    try {
      return new Folder(Files.createDirectories(path).toAbsolutePath(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, String content) {
    try {
      return Files.writeString(path.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes it if it is temporary. */
  void release() {
    if (temporary && Files.exists(path)) {
      delete();
    }
  }

  private void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
