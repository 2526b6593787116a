package dev.hexlink.application.spi;

import dev.hexlink.domain.link.LinkKey;

/**
 * A line in the log of changes.
 *
 * @param position ascending in the order of commits on one store; unique
 */
public record LinkChange(long position, LinkKey key) {}
