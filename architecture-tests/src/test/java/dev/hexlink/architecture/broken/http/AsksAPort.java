package dev.hexlink.architecture.broken.http;

import dev.hexlink.architecture.broken.application.spi.Port;

/** Goes past the use cases. */
public record AsksAPort(Port port) {}
