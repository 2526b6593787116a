/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.domain.circle.other;

import org.jspecify.annotations.NullMarked;
