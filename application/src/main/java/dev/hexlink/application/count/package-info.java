/** Counts visits: carries them from the journal to the store, each settled exactly once, and reads the counts. */
@NullMarked
package dev.hexlink.application.count;

import org.jspecify.annotations.NullMarked;
