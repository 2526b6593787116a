/** Checks of the hexagon's walls, of the poms and of the documentation. */
@NullMarked
package dev.hexlink.architecture;

import org.jspecify.annotations.NullMarked;
