/** Problems (RFC 9457): every way a request can fail, and how it is told to the caller. */
@NullMarked
package dev.hexlink.http.problem;

import org.jspecify.annotations.NullMarked;
