/** A queue without a queue: batches go straight to the worker of the same process. */
@NullMarked
package dev.hexlink.embedded.direct;

import org.jspecify.annotations.NullMarked;
