package dev.hexlink.bootstrap.configuration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Which adapter stands behind each port, by the name it is offered under.
 *
 * @param links the store of links, and with them visits, budgets, API keys and what is fixed at the first start: h2
 * @param cache the cache that instances share, and with it live counts and the code pool: memory
 * @param counter what leases blocks of counts: h2
 * @param queue how visits come to the workers: direct (in this process)
 * @param limits the rate limiter: memory
 */
@ConfigurationProperties("hexlink.adapters")
public record AdaptersConfiguration(
    @Bindable(defaultValue = "h2") String links,
    @Bindable(defaultValue = "memory") String cache,
    @Bindable(defaultValue = "h2") String counter,
    @Bindable(defaultValue = "direct") String queue,
    @Bindable(defaultValue = "memory") String limits) {}
