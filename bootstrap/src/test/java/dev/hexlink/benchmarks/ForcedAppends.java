package dev.hexlink.benchmarks;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the disk can do: one thread that appends 256 bytes to a file and forces them out, again and again. */
record ForcedAppends(Path folder) {
  static final String NAME = "forced appends to a file";

  private static final int RECORD_BYTES = 256;

  double perSecond(int seconds) throws IOException {
    Path file = folder.resolve("appended");
    long began = System.nanoTime();
    long end = began + TimeUnit.SECONDS.toNanos(seconds);
    long appended = 0;
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      for (; System.nanoTime() < end; appended++) {
        channel.write(ByteBuffer.allocate(RECORD_BYTES));
        channel.force(false);
      }
    }
    double took = (System.nanoTime() - began) / 1e9;
    Files.delete(file);
    return appended / took;
  }
}
