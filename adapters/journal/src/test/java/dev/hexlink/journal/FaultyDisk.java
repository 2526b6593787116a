package dev.hexlink.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that can be full, fail to confirm, or fail to take back. */
final class FaultyDisk implements Disk {
  private final LocalDisk disk = new LocalDisk();
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger failingSyncs = new AtomicInteger();
  private volatile boolean truncates = true;
  private volatile boolean reads = true;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean holding;
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicInteger openFiles = new AtomicInteger();
  final AtomicInteger syncs = new AtomicInteger();

  /** Takes so many more bytes; the write that finds no room for all of its own leaves a part. */
  void fullAfter(long bytes) {
    room.set(bytes);
  }

  /** Fails so many syncs from now on. */
  void failSyncs(int count) {
    failingSyncs.set(count);
  }

  void refuseTruncates() {
    truncates = false;
  }

  void refuseReads() {
    reads = false;
  }

  /** Lets syncs wait until all is mended. */
  void holdSyncs() {
    held = new CountDownLatch(1);
  }

  /** Whether a sync waits. */
  boolean isHolding() {
    return holding;
  }

  void mend() {
    held.countDown();
    holding = false;
    room.set(Long.MAX_VALUE);
    failingSyncs.set(0);
    truncates = true;
    reads = true;
  }

  /** How many bytes were read. */
  long bytesRead() {
    return bytesRead.get();
  }

  int openFiles() {
    return openFiles.get();
  }

  @Override
  public SegmentFile create(Path path) throws IOException {
    return new FaultyFile(disk.create(path));
  }

  @Override
  public SegmentFile open(Path path) throws IOException {
    return new FaultyFile(disk.open(path));
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(path);
  }

  @Override
  public void replace(Path path, Path by) throws IOException {
    disk.replace(path, by);
  }

  @Override
  public void syncNames(Path directory) throws IOException {
    disk.syncNames(directory);
  }

  private final class FaultyFile implements SegmentFile {
    private final SegmentFile file;
    private boolean failed;

    FaultyFile(SegmentFile file) {
      this.file = file;
      openFiles.incrementAndGet();
    }

    @Override
    public void append(byte[] bytes, int length) throws IOException {
      long left = room.addAndGet(-length);
      if (left >= 0) {
        file.append(bytes, length);
        return;
      }
      int part = (int) Math.max(0, length + left);
      file.append(bytes, part);
      room.addAndGet(length - part);
      throw new IOException("No space left on device");
    }

    @Override
    public int read(long position, byte[] into, int length) throws IOException {
      if (!reads) {
        throw new IOException("Input/output error");
      }
      int read = file.read(position, into, length);
      bytesRead.addAndGet(read);
      return read;
    }

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public void truncate(long length) throws IOException {
      if (!truncates) {
        throw new IOException("Input/output error");
      }
      room.addAndGet(file.length() - length);
      file.truncate(length);
    }

    @Override
    public void sync() throws IOException {
      syncs.incrementAndGet();
      if (failed) {
        throw new AssertionError("a failed sync was tried again");
      }
      if (failingSyncs.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        failed = true;
        throw new IOException("Input/output error");
      }
      hold();
      file.sync();
    }

    private void hold() throws IOException {
      try {
        holding = held.getCount() > 0;
        held.await();
      } catch (InterruptedException e) {
        throw new IOException("nobody interrupts a sync", e);
      }
    }

    @Override
    public void close() throws IOException {
      openFiles.decrementAndGet();
      file.close();
    }
  }
}
