/** Proves the adapters of this module. */
@NullMarked
package dev.hexlink.redis;

import org.jspecify.annotations.NullMarked;
