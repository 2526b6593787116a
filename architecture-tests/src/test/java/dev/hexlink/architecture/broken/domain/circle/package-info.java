/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.domain.circle;

import org.jspecify.annotations.NullMarked;
