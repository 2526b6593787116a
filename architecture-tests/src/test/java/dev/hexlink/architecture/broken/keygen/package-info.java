/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.keygen;

import org.jspecify.annotations.NullMarked;
