/** Tests of turning slow clients away. */
@NullMarked
package dev.hexlink.http.connection;

import org.jspecify.annotations.NullMarked;
