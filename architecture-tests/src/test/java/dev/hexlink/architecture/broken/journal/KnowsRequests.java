package dev.hexlink.architecture.broken.journal;

import io.micronaut.http.HttpRequest;

/** HTTP out of its adapter. */
public record KnowsRequests(HttpRequest<?> request) {}
