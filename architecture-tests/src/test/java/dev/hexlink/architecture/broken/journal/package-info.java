/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.journal;

import org.jspecify.annotations.NullMarked;
