package dev.hexlink.architecture.broken.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.architecture.broken.application.spi.Port;
import org.junit.jupiter.api.Test;

/** What every adapter of the port keeps to. */
public interface PortContract {
  Port port();

  @Test
  default void answers() {
    assertThat(port().answer()).isNotEmpty();
  }
}
