package dev.hexlink.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.InstallationUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  @Test
  void aRefusalSpeaksForItself() {
    assertThat(StartFailure.lineOf(new RuntimeException("wrapped\nin much", new StartRefused("hexlink.x", "set x"))))
        .isEqualTo("set x");
  }

  @Test
  void anOutageSaysWhatLiesUnderIt() {
    assertThat(StartFailure.lineOf(new InstallationUnavailable("the store does not answer", new IOException("locked"))))
        .isEqualTo("the store does not answer: locked");
  }

  @Test
  void whateverElseIsOneLineToo() {
    assertThat(StartFailure.lineOf(new UncheckedIOException(new IOException("a\n  b"))))
        .isEqualTo("java.io.IOException: a b");
  }
}
