/**
 * The embedded store: one H2 file, opened by one process, with one writer. {@link dev.hexlink.embedded.h2.H2Store} owns the file and the only
 * threads that ever enter H2, because an interrupt inside H2 closes the file for everyone.
 */
@NullMarked
package dev.hexlink.embedded.h2;

import org.jspecify.annotations.NullMarked;
