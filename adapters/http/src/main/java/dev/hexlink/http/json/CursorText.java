package dev.hexlink.http.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The opaque text of a cursor: a kind and some parts, which callers hand back and do not read. */
public final class CursorText {
  private static final String SEPARATOR = " ";

  private CursorText() {}

  public static String of(String kind, Object... parts) {
    StringBuilder text = new StringBuilder(kind);
    for (Object part : parts) {
      text.append(SEPARATOR).append(part);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a cursor; empty unless it is one of this kind and has so many. */
  public static Optional<List<String>> parts(String kind, int count, String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      List<String> all = List.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().split(SEPARATOR, -1));
      return all.size() == count + 1 && all.getFirst().equals(kind)
          ? Optional.of(all.subList(1, all.size()))
          : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
