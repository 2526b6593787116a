/** User agents, read by ua-parser. */
@NullMarked
package dev.hexlink.http.agent;

import org.jspecify.annotations.NullMarked;
