/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.bootstrap;

import org.jspecify.annotations.NullMarked;
