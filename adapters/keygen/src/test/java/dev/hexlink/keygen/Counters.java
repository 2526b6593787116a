package dev.hexlink.keygen;

import dev.hexlink.application.spi.CodeCounter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the counter that tests are about, and closes its connections with the test. */
final class Counters implements AutoCloseable {
  static final Duration TIMEOUT = Duration.ofMillis(300);
  private final List<KeyGenerators> opened = new ArrayList<>();

  KeyGenerators generators(Duration timeout, String... urls) {
    KeyGenerators generators = KeyGenerators
        .of(new KeygenConfiguration(List.of(urls), TestKeyGenerator.KEY, timeout));
    opened.add(generators);
    return generators;
  }

  CodeCounter counter(CodeCounter store, InstantSource clock, Duration timeout, String... urls) {
    return new KeygenCodeCounter(generators(timeout, urls), store, clock);
  }

  @Override
  public void close() {
    opened.forEach(KeyGenerators::close);
  }
}
