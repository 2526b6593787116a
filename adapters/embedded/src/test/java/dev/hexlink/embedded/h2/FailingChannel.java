package dev.hexlink.embedded.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.function.BooleanSupplier;
import org.h2.store.fs.FileBase;

/** A file that takes nothing while its disk fails. */
final class FailingChannel extends FileBase {
  private final FileChannel file;
  private final BooleanSupplier failing;

  FailingChannel(FileChannel file, BooleanSupplier failing) {
    this.file = file;
    this.failing = failing;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return file.read(target);
  }

  @Override
  public synchronized int read(ByteBuffer target, long position) throws IOException {
    return file.read(target, position);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    check();
    return file.write(source);
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) throws IOException {
    check();
    return file.write(source, position);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    check();
    file.force(metadata);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  private void check() throws IOException {
    if (failing.getAsBoolean()) {
      throw new IOException("No space left on device");
    }
  }
}
