package org.example.tollgate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Where the tollgate is.
 *
 * @param host its host
 * @param port its UDP port
 * @param timeout how long its answer is waited for
 */
@ConfigurationProperties("hexlink.tollgate")
record TollgateConfiguration(@Bindable(defaultValue = "127.0.0.1") String host,
    @Bindable(defaultValue = "7654") int port, @Bindable(defaultValue = "100ms") Duration timeout) {}
