/** The direct queue: its contract, and what it confirms. */
@NullMarked
package dev.hexlink.embedded.direct;

import org.jspecify.annotations.NullMarked;
