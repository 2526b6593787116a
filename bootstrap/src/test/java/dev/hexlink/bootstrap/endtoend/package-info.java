/** The whole server as a process of its own, seen from outside: through its port, its files and its death. */
@NullMarked
package dev.hexlink.bootstrap.endtoend;

import org.jspecify.annotations.NullMarked;
