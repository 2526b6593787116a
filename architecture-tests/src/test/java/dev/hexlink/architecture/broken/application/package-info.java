/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.application;

import org.jspecify.annotations.NullMarked;
