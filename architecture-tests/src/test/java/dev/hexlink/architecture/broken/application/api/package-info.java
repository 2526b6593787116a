/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.application.api;

import org.jspecify.annotations.NullMarked;
