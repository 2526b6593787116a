package dev.hexlink.application.api;

import dev.hexlink.application.spi.Trait;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which statistics of a link to show.
 *
 * @param from null for the link's birth
 * @param to exclusive; null for now
 * @param interval null for no series
 * @param zone in which hours, days, weeks (from Monday) and months begin
 * @param groupBy null for no groups
 */
public record StatisticsQuery(@Nullable Instant from, @Nullable Instant to, @Nullable Interval interval, ZoneId zone,
    @Nullable Trait groupBy,
    boolean withoutBots) {}
