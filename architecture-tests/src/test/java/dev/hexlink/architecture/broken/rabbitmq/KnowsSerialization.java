package dev.hexlink.architecture.broken.rabbitmq;

import dev.hexlink.architecture.broken.journal.MapsJson;

/** An adapter that knows another. */
public record KnowsSerialization(MapsJson other) {}
