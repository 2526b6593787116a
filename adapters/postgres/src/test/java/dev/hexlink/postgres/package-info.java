/** Proves the adapters of this module. */
@NullMarked
package dev.hexlink.postgres;

import org.jspecify.annotations.NullMarked;
