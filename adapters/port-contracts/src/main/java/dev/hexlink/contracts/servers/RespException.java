package dev.hexlink.contracts.servers;

/** Redis refused, or did not answer. */
final class RespException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RespException(String why) {
    super(why);
  }

  RespException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
