/** The H2 adapters: each port's contract, and what is true of a file in one process only. */
@NullMarked
package dev.hexlink.embedded.h2;

import org.jspecify.annotations.NullMarked;
