package dev.hexlink.architecture.broken.journal;

import com.github.benmanes.caffeine.cache.Cache;

/** A library out of its adapters. */
public record CachesWithCaffeine(Cache<String, String> cache) {}
