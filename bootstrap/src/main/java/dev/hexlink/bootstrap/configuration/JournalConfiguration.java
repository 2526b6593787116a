package dev.hexlink.bootstrap.configuration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Whether visits are journalled.
 *
 * @param enabled false keeps visits in memory until they are stored: a crash loses them
 */
@ConfigurationProperties("hexlink.journal")
public record JournalConfiguration(@Bindable(defaultValue = "true") boolean enabled) {}
