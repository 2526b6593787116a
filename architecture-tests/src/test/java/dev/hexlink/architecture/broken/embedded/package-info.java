/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.embedded;

import org.jspecify.annotations.NullMarked;
