/** What operators look at: health, metrics and the documentation. */
@NullMarked
package dev.hexlink.http.operation;

import org.jspecify.annotations.NullMarked;
