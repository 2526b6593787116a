/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.domain.common;

import org.jspecify.annotations.NullMarked;
