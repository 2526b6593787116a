/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.redis;

import org.jspecify.annotations.NullMarked;
