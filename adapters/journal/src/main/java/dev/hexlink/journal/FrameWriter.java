package dev.hexlink.journal;

import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.VisitFacts;
import java.nio.ByteBuffer;

/** Makes frames, one at a time, in a buffer that is used again. */
final class FrameWriter {
  private final ByteBuffer buffer = ByteBuffer.allocate(Frame.LARGEST);
  private final Frame frame;

  FrameWriter(Epoch epoch) {
    this.frame = new Frame(epoch);
  }

  /**
   * Makes the frame of a visit.
   *
   * @return how many of the {@link #bytes} it takes
   */
  int write(long sequence, VisitFacts facts) {
    buffer.clear().putShort(Frame.MARKER).putShort((short) 0).putLong(sequence);
    FactsFormat.put(buffer, facts);
    int length = buffer.position() - Frame.FACTS_AT;
    buffer.putShort(Frame.LENGTH_AT, (short) length).putInt(frame.checksum(buffer.array(), 0, length));
    return buffer.position();
  }

  byte[] bytes() {
    return buffer.array();
  }
}
