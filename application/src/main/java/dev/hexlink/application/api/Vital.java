package dev.hexlink.application.api;

import java.util.function.DoubleSupplier;

/**
 * A figure about the running system, for a metrics adapter to publish.
 *
 * @param name in Prometheus style, such as {@code hexlink_visits_dropped_total}
 * @param counting whether it only ever grows
 */
public record Vital(String name, String description, boolean counting, DoubleSupplier value) {}
