package dev.hexlink.architecture.broken.journal;

import io.lettuce.core.RedisClient;

/** A driver out of its adapter. */
public record SpeaksToRedis(RedisClient client) {}
