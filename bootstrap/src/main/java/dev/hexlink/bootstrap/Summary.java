package dev.hexlink.bootstrap;

import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** One line that says what runs. */
@Singleton
final class Summary {
  private final HexlinkConfiguration configuration;
  private final Choice choice;
  private final Address address;

  Summary(HexlinkConfiguration configuration, Choice choice, Address address) {
    this.configuration = configuration;
    this.choice = choice;
    this.address = address;
  }

  @Override
  public String toString() {
    return "Hexlink " + version() + ": roles " + configuration.roleNames() + "; " + choice + "; access " + access()
        + "; data "
        + configuration.data().toAbsolutePath().normalize() + "; listens on " + address.host() + ":" + address.port()
        + reach();
  }

  private static String version() {
    return Optional.ofNullable(Summary.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
  }

  private String access() {
    return configuration.access().name().toLowerCase(Locale.ROOT);
  }

  private String reach() {
    return address.isLoopback() ? " (this machine only; MICRONAUT_SERVER_HOST changes that)" : "";
  }
}
