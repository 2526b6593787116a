/** Checks of the Maven modules. */
@NullMarked
package dev.hexlink.architecture.poms;

import org.jspecify.annotations.NullMarked;
