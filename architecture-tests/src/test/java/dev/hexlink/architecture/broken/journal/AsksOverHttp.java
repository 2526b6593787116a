package dev.hexlink.architecture.broken.journal;

import java.net.http.HttpClient;

/** A driver out of its adapter. */
public record AsksOverHttp(HttpClient client) {}
