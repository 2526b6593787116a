package dev.hexlink.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only one who uses a journal's folder: a lock on a file, which ends with the process at the latest. Within the process a set
 * of names stands before it, as a file closed anywhere in a process takes the locks with it that the process has on that file.
 */
final class Ownership implements Closeable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
  private static final String FILE = "lock";
  private final Path directory;
  private final FileChannel channel;

  private Ownership(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes a folder, which is there.
   *
   * @throws IOException if someone else has it; the message says who
   */
  static Ownership of(Path folder, Instant now) throws IOException {
    Path directory = folder.toRealPath();
    if (!HELD_HERE.add(directory)) {
      throw new IOException("the journal is already open in this process");
    }
    Path file = directory.resolve(FILE);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock(channel, file);
      String owner = "process " + ProcessHandle.current().pid() + " since " + now;
      channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
      return new Ownership(directory, channel);
    } catch (IOException e) {
      giveUp(directory, channel);
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw new IOException("the journal is open in " + Files.readString(file));
    }
  }

  private static void giveUp(Path directory, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD_HERE.remove(directory);
    }
  }

  @Override
  public void close() throws IOException {
    giveUp(directory, channel);
  }
}
