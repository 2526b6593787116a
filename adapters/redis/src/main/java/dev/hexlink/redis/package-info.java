/** What instances share and may forget, in Redis: routes, live counts, limits, the pool of codes; and a counter of codes. */
@NullMarked
package dev.hexlink.redis;

import org.jspecify.annotations.NullMarked;
