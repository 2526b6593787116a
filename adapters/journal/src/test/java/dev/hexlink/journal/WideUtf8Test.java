package dev.hexlink.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WideUtf8Test {
  @Test
  void everyCharacterComesBackInItsNeighbourhood() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String text = "a" + Character.toString(codePoint) + "é";
      ByteBuffer bytes = written(text);
      if (!WideUtf8.get(bytes).equals(text)) {
        throw new AssertionError("code point " + codePoint + " does not come back");
      }
    }
  }

  @Test
  void wellFormedTextIsPlainUtf8() {
    String text = "plain, Größe, 漢字, 😀";
    ByteBuffer bytes = written(text).position(Short.BYTES);
    assertThat(StandardCharsets.UTF_8.decode(bytes).toString()).isEqualTo(text);
  }

  @Test
  void noTextHoldsTheMarker() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      ByteBuffer bytes = written((char) c + "\uDFFF" + (char) c + "\uD800").position(Short.BYTES);
      while (bytes.hasRemaining()) {
        if (Byte.toUnsignedInt(bytes.get()) >= 0xFE) {
          throw new AssertionError("character " + c + " holds a byte of the marker");
        }
      }
    }
  }

  @Test
  void surrogatesOutOfOrderComeBack() {
    for (String text : new String[]{"\uD83D", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", "x\uD83D", "\uDE00x"}) {
      assertThat(WideUtf8.get(written(text))).isEqualTo(text);
    }
  }

  private static ByteBuffer written(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    WideUtf8.put(bytes, text);
    return bytes.flip();
  }
}
