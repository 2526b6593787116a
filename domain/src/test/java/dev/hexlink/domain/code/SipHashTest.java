package dev.hexlink.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the reference implementation: key 00 01 … 0f, message 00 01 02 …, as far as its length is whole words. */
class SipHashTest {
  /** {@code openssl mac -macopt hexkey:000102030405060708090a0b0c0d0e0f -macopt size:8 -in message SIPHASH} prints the same. */
  @ParameterizedTest
  @CsvSource({"0, 310e0edd47db6f72", "8, 6224939a79f5f593", "16, db9bc2577fcc2a3f", "24, 94af49f6c650adb8",
      "32, ce7cf2722f512771", "40, d0a704536ba93e0e", "48, 51a9cb9ecba312e6", "56, bd838d3aafbf8db7"})
  void givesTheVectorsOfTheReferenceImplementation(int length, String expected) {
    assertThat(hashOfCountingBytes(length)).isEqualTo(expected);
  }

  /** The reference vectors end at 63 bytes; these are from {@code openssl mac}. The length byte begins again at 256. */
  @ParameterizedTest
  @CsvSource({"64, d8ca02850bc4d2ac", "256, d7bfa7d226059d99"})
  void agreesWithOpensslOnLongerMessages(int length, String expected) {
    assertThat(hashOfCountingBytes(length)).isEqualTo(expected);
  }

  private static String hashOfCountingBytes(int length) {
    ByteBuffer key = countingBytes(16);
    ByteBuffer message = countingBytes(length);
    long[] words = new long[length / Long.BYTES];
    message.asLongBuffer().get(words);
    long hash = SipHash.hash(key.getLong(), key.getLong(), words);
    return HexFormat.of()
        .formatHex(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(hash).array());
  }

  private static ByteBuffer countingBytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
