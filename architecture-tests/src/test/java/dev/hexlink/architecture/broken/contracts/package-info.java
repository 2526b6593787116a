/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.contracts;

import org.jspecify.annotations.NullMarked;
