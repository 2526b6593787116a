package dev.hexlink.http.link;

import dev.hexlink.application.api.Caller;
import dev.hexlink.application.api.ShortenRequest;
import dev.hexlink.application.api.ShortenRequest.IdempotencyKey;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.http.problem.Problem;
import dev.hexlink.http.problem.ProblemType;
import dev.hexlink.http.problem.Refused;
import io.micronaut.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} of requests, and the fingerprints by which a request is known again. */
final class IdempotencyKeys {
  private static final String HEADER = "Idempotency-Key";
  /** Leaves room for what tells the items of a bulk request apart. */
  private static final int LONGEST = 250;

  private IdempotencyKeys() {}

  /**
   * The key of a request; null when it has none.
   *
   * @throws Refused if there is one and it cannot be used
   */
  static @Nullable String in(HttpHeaders headers) {
    String key = headers.get(HEADER);
    if (key != null && !key.matches("[!-~]{1," + LONGEST + "}")) {
      throw new Refused(Problem.ofField(HEADER, ProblemType.INVALID_PARAMETER,
          "An Idempotency-Key has 1 to " + LONGEST + " characters of printable ASCII."));
    }
    return key;
  }

  /** The same wish, known again by a key; or as it is, when there is no key. */
  static ShortenRequest marked(ShortenRequest wish, Caller caller, @Nullable String key) {
    if (key == null) {
      return wish;
    }
    return new ShortenRequest(wish.target(), wish.slug(), wish.host(), wish.title(), wish.tags(), wish.note(),
        wish.window(), wish.maxVisits(), wish.redirectStatus(), wish.orEqual(),
        new IdempotencyKey(caller.scope(), key, fingerprint(wish)));
  }

  /** A digest of what was understood, so that neither white space nor the order of fields makes another request. */
  private static String fingerprint(ShortenRequest wish) {
    String tags = wish.tags().stream().map(Tag::value).collect(Collectors.joining(","));
    Stream<Object> parts = Stream.of(wish.target(), optional(wish.slug()), wish.host().name(), optional(wish.title()),
        tags, optional(wish.note()), optional(wish.window().since()), optional(wish.window().until()),
        optional(wish.maxVisits()), wish.redirectStatus().code(), wish.orEqual());
    return sha256(parts.map(Object::toString).map(part -> part.length() + ":" + part).collect(Collectors.joining()));
  }

  private static Object optional(@Nullable Object value) {
    return value == null ? "" : value;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
