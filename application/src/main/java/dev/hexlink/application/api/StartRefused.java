package dev.hexlink.application.api;

/** Hexlink must not start as it is configured. The message is one line for the operator and names the setting. */
public final class StartRefused extends RuntimeException {
  private final String setting;

  /**
   * @param setting the configuration key that must change, such as {@code hexlink.codes.key}
   */
  public StartRefused(String setting, String message) {
    super(message);
    this.setting = setting;
  }

  public String setting() {
    return setting;
  }
}
