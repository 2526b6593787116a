/** What this process alone needs to remember, and may forget. */
@NullMarked
package dev.hexlink.embedded.memory;

import org.jspecify.annotations.NullMarked;
