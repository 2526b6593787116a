/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.postgres;

import org.jspecify.annotations.NullMarked;
