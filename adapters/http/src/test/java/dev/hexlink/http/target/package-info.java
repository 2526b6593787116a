/** Tests of reading targets. */
@NullMarked
package dev.hexlink.http.target;

import org.jspecify.annotations.NullMarked;
