package dev.hexlink.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Where segment files are: the seam at which tests break a disk. */
interface Disk {
  /** Makes an empty file, in the place of any other. */
  SegmentFile create(Path path) throws IOException;

  /** Opens a file that is there; the next append goes to its end. */
  SegmentFile open(Path path) throws IOException;

  void delete(Path path) throws IOException;

  /** Puts a file in the place of another, as one step. */
  void replace(Path path, Path by) throws IOException;

  /** Brings the names of files to the disk. */
  void syncNames(Path directory) throws IOException;
}
