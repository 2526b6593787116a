package dev.hexlink.domain.link;

import java.util.Arrays;
import java.util.Optional;

/** The HTTP status a link redirects with. 301 and 308 may be cached by clients, whose later visits are then not seen. */
public enum RedirectStatus {
  MOVED_PERMANENTLY(301), FOUND(302), TEMPORARY_REDIRECT(307), PERMANENT_REDIRECT(308);

  private final int code;

  RedirectStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Whether a client may keep the answer and not ask again. */
  public boolean isPermanent() {
    return this == MOVED_PERMANENTLY || this == PERMANENT_REDIRECT;
  }

  /** The status with this number; empty when links do not redirect with it. */
  public static Optional<RedirectStatus> of(int code) {
    return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
  }
}
