package dev.hexlink.embedded.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2's whose disk can be made to fail every write. */
public final class FailingDisk extends FilePathWrapper {
  static final String SCHEME = "failing";
  private static final AtomicBoolean FAILING = new AtomicBoolean();

  static FailingDisk registered() {
    FailingDisk disk = new FailingDisk();
    FilePath.register(disk);
    return disk;
  }

  void fail(boolean failing) {
    FAILING.set(failing);
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new FailingChannel(super.open(mode), FAILING::get);
  }
}
