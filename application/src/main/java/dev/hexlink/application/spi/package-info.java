/**
 * The ports: what Hexlink needs of the world, and what each adapter promises. Empty means "I looked, it is not there"; no answer throws
 * {@link dev.hexlink.application.spi.PortUnavailable}. Every adapter is proved by its port's contract suite.
 */
@NullMarked
package dev.hexlink.application.spi;

import org.jspecify.annotations.NullMarked;
