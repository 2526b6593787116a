package dev.hexlink.architecture.broken.application.spi;

/** A port like any other. */
public interface Port {
  String answer();
}
