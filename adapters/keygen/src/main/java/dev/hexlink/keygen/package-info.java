/** A counter of codes that asks an instance in the role of key generator. */
@NullMarked
package dev.hexlink.keygen;

import org.jspecify.annotations.NullMarked;
