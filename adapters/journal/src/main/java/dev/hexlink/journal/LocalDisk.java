package dev.hexlink.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The disk of this machine. */
final class LocalDisk implements Disk {
  @Override
  public SegmentFile create(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
    return new LocalFile(file);
  }

  @Override
  public SegmentFile open(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new FileNotFoundException(path.getFileName() + " is gone");
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    file.seek(file.length());
    return new LocalFile(file);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  @Override
  public void replace(Path path, Path by) throws IOException {
    Files.move(by, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void syncNames(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** Appends go on where the last one ended, so that each is one system call; whoever reads opens the file again. */
  private record LocalFile(RandomAccessFile file) implements SegmentFile {
    @Override
    public void append(byte[] bytes, int length) throws IOException {
      file.write(bytes, 0, length);
    }

    @Override
    public int read(long position, byte[] into, int length) throws IOException {
      file.seek(position);
      int filled = 0;
      while (filled < length) {
        int read = file.read(into, filled, length - filled);
        if (read < 0) {
          return filled;
        }
        filled += read;
      }
      return filled;
    }

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public void truncate(long length) throws IOException {
      file.setLength(length);
      file.seek(length);
    }

    @Override
    public void sync() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
