/** Proves the adapters of this module. */
@NullMarked
package dev.hexlink.keygen;

import org.jspecify.annotations.NullMarked;
