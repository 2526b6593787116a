/** Targets, read by the WHATWG URL standard. */
@NullMarked
package dev.hexlink.http.target;

import org.jspecify.annotations.NullMarked;
