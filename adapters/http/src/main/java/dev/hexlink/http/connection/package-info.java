/** What protects the server from slow connections. */
@NullMarked
package dev.hexlink.http.connection;

import org.jspecify.annotations.NullMarked;
