package dev.hexlink.domain.visit;

/**
 * What a user agent tells of the visitor.
 *
 * @param browser family, such as {@code Firefox}; {@code Other} when unknown
 * @param operatingSystem family, such as {@code Linux}; {@code Other} when unknown
 * @param bot whether a program, not a person, followed the link
 */
public record Traits(String browser, String operatingSystem, Device device, boolean bot) {
  public static final Traits UNKNOWN = new Traits("Other", "Other", Device.OTHER, false);

  /** The kind of machine a visit came from. */
  public enum Device {
    DESKTOP, MOBILE, TABLET, BOT, OTHER
  }
}
