/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.http;

import org.jspecify.annotations.NullMarked;
