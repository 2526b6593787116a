/** Visits: what is kept of a followed link, and the identity that lets it be counted exactly once. */
@NullMarked
package dev.hexlink.domain.visit;

import org.jspecify.annotations.NullMarked;
