package dev.hexlink.http.access;

import io.micronaut.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Finds the key a caller shows, as {@code X-Api-Key} or as {@code Authorization: Bearer}. */
public final class PresentedKey {
  private static final String BEARER = "Bearer";

  private PresentedKey() {}

  /** The key, which may be empty; null when none is shown. */
  public static @Nullable String in(HttpHeaders headers) {
    String key = headers.get("X-Api-Key");
    if (key != null) {
      return key;
    }
    String authorization = headers.get(HttpHeaders.AUTHORIZATION);
    return authorization != null && isBearer(authorization) ? authorization.substring(BEARER.length()).strip() : null;
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && (authorization.length() == BEARER.length() || authorization.charAt(BEARER.length()) == ' ');
  }
}
