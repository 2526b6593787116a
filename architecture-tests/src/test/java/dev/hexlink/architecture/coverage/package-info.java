/** Checks that every adapter keeps its contract, and that types say what they are. */
@NullMarked
package dev.hexlink.architecture.coverage;

import org.jspecify.annotations.NullMarked;
