package dev.hexlink.application.api;

/**
 * Who asks, as far as limits and idempotency keys tell callers apart.
 *
 * @param scope unique to the caller: {@code key:…} for an API key, {@code address:…} for an address without one
 * @param limited whether the caller's creates are limited (callers with a key are not)
 */
public record Caller(String scope, boolean limited) {}
