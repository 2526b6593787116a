/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.domain;

import org.jspecify.annotations.NullMarked;
