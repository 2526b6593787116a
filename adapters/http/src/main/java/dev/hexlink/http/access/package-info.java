/** Who asks: API keys, client addresses and the limit of creates. */
@NullMarked
package dev.hexlink.http.access;

import org.jspecify.annotations.NullMarked;
