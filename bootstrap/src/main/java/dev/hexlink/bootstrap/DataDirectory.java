package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds what must outlive the process. */
final class DataDirectory {
  private DataDirectory() {}

  /**
   * Makes sure that the directory is there and can be written to.
   *
   * @throws StartRefused if it cannot
   */
  static void prepare(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, "probe", null));
    } catch (IOException e) {
      throw new StartRefused("hexlink.data", "hexlink.data is \"" + directory.toAbsolutePath().normalize()
          + "\", and nothing can be written there (" + e + "); it can be any directory this user may write to");
    }
  }
}
