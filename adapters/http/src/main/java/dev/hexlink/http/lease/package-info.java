/** What key generators do: counts are leased to instances that make codes of them. */
@NullMarked
package dev.hexlink.http.lease;

import org.jspecify.annotations.NullMarked;
