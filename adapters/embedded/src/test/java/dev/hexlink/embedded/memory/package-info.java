/** The memory adapters: each port's contract, and their bounds. */
@NullMarked
package dev.hexlink.embedded.memory;

import org.jspecify.annotations.NullMarked;
