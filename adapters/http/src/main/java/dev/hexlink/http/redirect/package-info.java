/** Redirects and previews. */
@NullMarked
package dev.hexlink.http.redirect;

import org.jspecify.annotations.NullMarked;
