/** The API of links: make, list, read, change, retire and restore. */
@NullMarked
package dev.hexlink.http.link;

import org.jspecify.annotations.NullMarked;
