/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.application.spi;

import org.jspecify.annotations.NullMarked;
