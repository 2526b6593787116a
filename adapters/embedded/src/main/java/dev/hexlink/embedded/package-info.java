/** Everything Hexlink needs of the world, in its own process: an H2 file, memory, and a direct way from the journal to the store. */
@NullMarked
package dev.hexlink.embedded;

import org.jspecify.annotations.NullMarked;
