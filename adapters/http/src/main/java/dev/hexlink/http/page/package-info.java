/** The few HTML pages, and what keeps them harmless. */
@NullMarked
package dev.hexlink.http.page;

import org.jspecify.annotations.NullMarked;
