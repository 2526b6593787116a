/** Decides who may ask, and under which names links are served. */
@NullMarked
package dev.hexlink.application.admit;

import org.jspecify.annotations.NullMarked;
