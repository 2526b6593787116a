/** JSON from outside, read so that absent, null, unknown and wrong are told apart. */
@NullMarked
package dev.hexlink.http.json;

import org.jspecify.annotations.NullMarked;
