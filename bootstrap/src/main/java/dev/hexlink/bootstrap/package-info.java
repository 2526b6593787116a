/** Where the parts become one program: main, configuration, wiring, start and stop. */
@NullMarked
package dev.hexlink.bootstrap;

import org.jspecify.annotations.NullMarked;
