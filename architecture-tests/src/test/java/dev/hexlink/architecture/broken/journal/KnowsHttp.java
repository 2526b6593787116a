package dev.hexlink.architecture.broken.journal;

import dev.hexlink.architecture.broken.http.AsksAPort;

/** An adapter that knows another. */
public record KnowsHttp(AsksAPort other) {}
