/** What Hexlink looks like from outside: REST API, redirects, pages and health over HTTP. */
@NullMarked
package dev.hexlink.http;

import org.jspecify.annotations.NullMarked;
