/** Checks of the documentation against the code. */
@NullMarked
package dev.hexlink.architecture.docs;

import org.jspecify.annotations.NullMarked;
