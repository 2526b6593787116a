/** The HTTP adapter, tested through a real server over hand-written use cases. */
@NullMarked
package dev.hexlink.http;

import org.jspecify.annotations.NullMarked;
